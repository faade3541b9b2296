package rig.checkout;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The connections that a server has accepted, so that all of them can be cut at once.
 *
 * <p>The server shows each to its socket options and to nobody else. Left to itself it answers what is under way when it is
 * stopped, and two kinds of connections stay open for ever: those that it accepted at that very moment, and those that were
 * being accepted when its thread was interrupted, which the JDK loses. So the thread is kept from accepting before.
 */
final class Connections implements SocketOptions {

  private static final long PATIENCE_MILLIS = 2_000;

  private final SocketOptions options = SocketOptions.builder().tcpNoDelay(true).build();
  private final Map<SocketChannel, Boolean> open = new WeakHashMap<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private volatile boolean ended;

  @Override
  public void configureSocket(SocketChannel socket) {
    if (ended) {
      hold();
    }
    options.configureSocket(socket);
    synchronized (open) {
      open.put(socket, true);
    }
  }

  /** Keeps the server's thread until it is interrupted. */
  private void hold() {
    held.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server is stopped", e); // it closes the connection
    }
  }

  /** Closes all, and sees to it that no more are accepted; the server is to be stopped next. */
  void cut(InetSocketAddress server) throws IOException {
    ended = true;
    cutAccepted();
    try (SocketChannel _ = SocketChannel.open(server)) { // it may be waiting for somebody
      if (!held.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("the server at " + server + " does not accept");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes those that were being accepted meanwhile. */
  void cutAccepted() throws IOException {
    List<SocketChannel> sockets;
    synchronized (open) {
      sockets = List.copyOf(open.keySet());
      open.clear();
    }
    for (SocketChannel socket : sockets) {
      socket.close();
    }
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return options.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return options.connectTimeout();
  }

  @Override
  public Duration readTimeout() {
    return options.readTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return options.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return options.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return options.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return options.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return options.tcpNoDelay();
  }
}
