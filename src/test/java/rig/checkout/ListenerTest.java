package rig.checkout;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A listener that is cut off leaves nobody waiting, and comes back on the same port. */
@Timeout(60)
final class ListenerTest {

  private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int PATIENCE_MILLIS = 3_000;

  private final Listener listener = new Listener(
      () -> HttpRouting.builder().get("/", (_, response) -> response.send("here")));
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final AtomicInteger leftWaiting = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    listener.close();
  }

  @Test
  void nobodyIsLeftWaiting() {
    var ended = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        threads.execute(() -> {
          while (!ended.get()) {
            call();
          }
        });
      }
      for (int i = 0; i < 40; i++) {
        int before = answered.get();
        listener.listen();
        while (answered.get() < before + 10) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        listener.cut();
      }
      ended.set(true);
    }
    assertThat(leftWaiting).hasValue(0);
    assertThat(cutOff).hasPositiveValue();
  }

  private void call() {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(listener.url().getHost(), listener.url().getPort()));
      socket.getOutputStream().write(REQUEST);
      (socket.getInputStream().read() < 0 ? cutOff : answered).incrementAndGet();
    } catch (SocketTimeoutException _) {
      leftWaiting.incrementAndGet();
    } catch (IOException _) {
      cutOff.incrementAndGet();
    }
  }
}
