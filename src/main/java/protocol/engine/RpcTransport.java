package protocol.engine;

import io.netty.channel.EventLoop;

/** Sends requests and brings their answers: the seam between our protocols and whatever carries them. Knows nothing of Gatling. */
public interface RpcTransport extends AutoCloseable {

  /**
   * Sends a request; never blocks and never throws for a reason of the network.
   *
   * <p>The reply is called exactly once, on the request's event loop; never when the transport is closed before.
   */
  void send(RpcRequest request, RpcReply reply);

  /** Closes the connections that a virtual user keeps on its event loop. */
  void flush(long user, EventLoop loop);

  /** Closes everything. Requests under way are dropped without a word, and so is whatever is sent later. */
  @Override
  void close();
}
