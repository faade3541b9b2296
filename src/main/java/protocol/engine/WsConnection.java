package protocol.engine;

/** An open WebSocket. Confined to its event loop. */
public interface WsConnection extends AutoCloseable {

  /** Sends a text, UTF-8. What is sent on a connection that is broken is lost; the listener will hear of it. */
  void send(byte[] text);

  /** Closes it. The listener is not called any more. */
  @Override
  void close();
}
