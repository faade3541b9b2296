package protocol.rpc.node;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The frame of one JSON-RPC answer or notification: where its result stands, without having built it.
 *
 * @param id of the request that it answers; {@link #NONE} when it names none
 * @param error what went wrong; null when nothing did
 * @param subscription which subscription it notifies of; null unless it is a notification
 * @param start where it begins in the bytes that were read
 * @param end where it ends, exclusive
 * @param result where its result is, or what a notification brings
 */
public record Envelope(long id, @Nullable RpcError error, @Nullable String subscription, int start, int end,
    Span result) {

  /** No id, or one that cannot be ours. */
  public static final long NONE = -1;

  /**
   * A part of the bytes that were read.
   *
   * @param start inclusive
   * @param end exclusive; 0 when there is no such part
   */
  public record Span(int start, int end) {

    static final Span ABSENT = new Span(0, 0);

    /** The part as a copy. */
    public byte[] of(byte[] bytes) {
      return Arrays.copyOfRange(bytes, start, end);
    }
  }

  /** Whether there is a result other than null. */
  public boolean hasResult(byte[] bytes) {
    return result.end() > 0 && bytes[result.start()] != 'n';
  }
}
