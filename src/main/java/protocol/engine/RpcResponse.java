package protocol.engine;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * What the target answered.
 *
 * @param status the HTTP status, for example 200
 * @param headers the HTTP headers
 * @param body the body's bytes, possibly none
 * @param started {@link System#nanoTime} when the request was handed over
 * @param ended {@link System#nanoTime} when the last byte was there
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record RpcResponse(int status, HttpHeaders headers, byte[] body, long started, long ended) {

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
