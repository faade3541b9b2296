package rig.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * A port on loopback that stays ours while nobody listens on it.
 *
 * <p>A service that was stopped must come back where it was; meanwhile its port could be given to somebody's outgoing
 * connection. A socket that is bound and never listens holds it: callers are refused, and our listener can share it.
 */
final class HeldPort implements AutoCloseable {

  static final String LOOPBACK = "127.0.0.1";

  private final SocketChannel holder;

  private HeldPort(SocketChannel holder) {
    this.holder = holder;
  }

  /** Any free one. */
  static HeldPort any() {
    try {
      SocketChannel holder = SocketChannel.open();
      holder.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      holder.bind(new InetSocketAddress(LOOPBACK, 0));
      return new HeldPort(holder);
    } catch (IOException e) {
      throw new IllegalStateException("no free port on " + LOOPBACK + ": " + e.getMessage(), e);
    }
  }

  int number() {
    return address().getPort();
  }

  InetSocketAddress address() {
    try {
      return (InetSocketAddress) holder.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    holder.close();
  }
}
