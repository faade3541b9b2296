package protocol.engine;

/** What happens at a WebSocket; on its event loop. */
public interface WsListener {

  /** It is open. */
  void onOpen(WsConnection connection);

  /**
   * A text came.
   *
   * @param text UTF-8
   * @param arrived {@link System#nanoTime}
   */
  void onText(byte[] text, long arrived);

  /** It could not be opened, or is no longer open: the last call, unless it was closed on this side. */
  void onClosed(TransportFailure failure);
}
