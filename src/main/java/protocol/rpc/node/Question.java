package protocol.rpc.node;

import history.Outcome;
import io.netty.channel.EventLoop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcResponse;

/**
 * What is asked of a chain.
 *
 * @param name the request's name, for logs
 * @param route which endpoints it is for
 * @param body JSON
 * @param asker where the work is done, for whom, and how long each endpoint is waited for
 * @param reader makes something of the answer
 * @param <T> what the answer becomes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Question<T>(String name, Route route, byte[] body, Asker asker, Reader<T> reader) {

  /**
   * Who asks.
   *
   * @param loop where the work is done and the answer told
   * @param user decides which of several endpoints comes first: the same one each time
   * @param pool whose connections are used: a user's own, or {@link protocol.engine.RpcRequest#SHARED}
   * @param timeout how long each endpoint is waited for
   */
  public record Asker(EventLoop loop, long user, long pool, Duration timeout) {}

  /** Makes something of an answer. */
  @FunctionalInterface
  public interface Reader<T> {

    /** What an answer means; must not throw. */
    Meaning<T> read(RpcResponse response);
  }

  /**
   * What an answer means.
   *
   * @param outcome for the one who asked
   * @param value what it became; null when it became nothing
   */
  public record Meaning<T>(Outcome outcome, @Nullable T value) {}
}
