package protocol.engine;

import io.netty.channel.EventLoop;
import java.time.Duration;

/**
 * What is to be sent.
 *
 * @param name the request's name, for logs
 * @param method an HTTP method, for example {@code POST}
 * @param url absolute; name an address rather than a host where it matters, since a host is looked up on the event loop
 * @param body JSON; empty for none. Not copied
 * @param timeout from sending to the last byte of the answer, connecting included; above zero
 * @param loop where the work is done and the reply called
 * @param pool whose connections are used: a virtual user's id, or {@link #SHARED}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record RpcRequest(String name, String method, String url, byte[] body, Duration timeout, EventLoop loop,
    long pool) {

  /** The pool of connections that all users of an event loop share. */
  public static final long SHARED = -1;
}
