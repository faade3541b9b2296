package rig.checkout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import targets.Dialect;

/**
 * How fast the checkout with its databases and this driver are in one process. Run by hand: {@code main(users, orders)}.
 *
 * <p>Each user has a connection, and asks as soon as it is answered. All orders have two items of a hundred thousand.
 */
final class CheckoutSpeed {

  private static final int POPULATION = 100_000;

  private final URI url;
  private final int users;

  private CheckoutSpeed(URI url, int users) {
    this.url = url;
    this.users = users;
  }

  public static void main(String[] arguments) throws IOException {
    int users = Integer.parseInt(arguments[0]);
    int orders = Integer.parseInt(arguments[1]);
    try (CheckoutRig rig = CheckoutRig.bind(CheckoutRigOptions.DEFAULT.withDialect(Dialect.C))) {
      rig.start(line -> {});
      var speed = new CheckoutSpeed(rig.target().endpoints().getFirst().url(), users);
      var once = new CheckoutSpeed(speed.url, 1);
      once.timed("100,000 items", 1, _ -> "POST /stock/batch_init/" + POPULATION + "/1000000/1");
      once.timed("100,000 users", 1, _ -> "POST /payment/batch_init/" + POPULATION + "/1000000");
      once.timed("orders", 1,
          _ -> "POST /orders/batch_init/" + 2 * orders + "/" + POPULATION + "/" + POPULATION + "/1");
      speed.timed("warm-up", orders, i -> "POST /orders/checkout/" + i);
      speed.timed("checkout", orders, i -> "POST /orders/checkout/" + (orders + i));
      speed.timed("find", orders, i -> "GET /stock/find/" + i);
      speed.timed("add funds", orders, i -> "POST /payment/add_funds/" + i % POPULATION + "/1");
    }
  }

  private void timed(String what, int requests, IntFunction<String> request) {
    long[] nanos = new long[requests];
    var next = new AtomicInteger();
    var refused = new AtomicInteger();
    Duration cpu = cpu();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int user = 0; user < users; user++) {
        threads.execute(() -> {
          try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
              long begin = System.nanoTime();
              refused.addAndGet(ask(request.apply(i), in, socket.getOutputStream()) == 200 ? 0 : 1);
              nanos[i] = System.nanoTime() - begin;
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    System.out.printf("%s: %.0f/s, p50 %.1f ms, p99 %.1f ms, %.3f ms of CPU each, %d not 200%n", what,
        requests / seconds, nanos[requests / 2] / 1e6, nanos[requests * 99 / 100] / 1e6,
        cpu().minus(cpu).toNanos() / 1e6 / requests, refused.get());
  }

  private static int ask(String request, InputStream in, OutputStream out) throws IOException {
    out.write((request + " HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    int status = Integer.parseInt(line(in).substring(9, 12));
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
    return status;
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("cut off");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Of the services and the driver, garbage collection and compiler included; the database's comes on top. */
  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
