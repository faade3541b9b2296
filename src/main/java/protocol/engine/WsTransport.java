package protocol.engine;

import io.netty.channel.EventLoop;
import java.time.Duration;

/** Opens WebSockets: the seam between our protocols and whatever carries them. Knows nothing of Gatling. */
public interface WsTransport extends AutoCloseable {

  /**
   * Opens a WebSocket; never blocks and never throws for a reason of the network.
   *
   * @param url {@code ws} or {@code wss}
   * @param timeout how long it may take until it is open; above zero
   * @param loop where the work is done and the listener called
   */
  void open(String url, Duration timeout, EventLoop loop, WsListener listener);

  /** Closes everything. Nobody is called back any more. */
  @Override
  void close();
}
