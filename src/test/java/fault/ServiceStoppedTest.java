package fault;

import com.sun.net.httpserver.HttpServer;
import history.Event;
import history.Note;
import history.Outcome;
import history.RunClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rig.checkout.CheckoutRig;
import rig.checkout.CheckoutRigOptions;
import targets.Endpoint;
import targets.Hook;
import targets.Target;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
final class ServiceStoppedTest {

  private static final Duration DEADLINE = ofSeconds(30);

  @TempDir
  private Path folder;

  private static Target target(Endpoint... endpoints) {
    return new Target("staging", "checkout", List.of(endpoints), Optional.empty(), List.of(), Set.of(),
        Optional.empty());
  }

  private static Endpoint order(String url, Hook stop, Hook start) {
    return new Endpoint("order", URI.create(url), Optional.empty(), Optional.of(new Endpoint.Power(stop, start)));
  }

  private static boolean answers(int port) {
    try {
      return Hooks.status(URI.create("http://127.0.0.1:" + port), ofSeconds(1)) == 404;
    } catch (Exception _) {
      return false;
    }
  }

  /** A real process: stopped by kill -9, started in the background, and seen to come back. */
  @Test
  void aProcessIsKilledAndComesBack() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path pid = folder.resolve("pid");
    String java = ProcessHandle.current().info().command().orElseThrow();
    Hook start = new Hook.Command(
        List.of("sh", "-c", "\"$0\" -cp \"$1\" fault.ServiceProcess " + port + " & echo $! > " + pid, java,
            System.getProperty("java.class.path")));
    Hook stop = new Hook.Command(List.of("sh", "-c", "kill -9 $(cat " + pid + ")"));
    Hooks.carryOut("start", start, DEADLINE);
    await().atMost(DEADLINE).until(() -> answers(port));

    List<Event> events = new CopyOnWriteArrayList<>();
    Target target = target(order("http://127.0.0.1:" + port, stop, start));
    try (
        FaultInjector injector = new FaultInjector(events::add, RunClock.startingNow(), Patience.standard(), _ -> {})) {
      CompletableFuture<FaultWindow> ended = new CompletableFuture<>();
      injector.open(new ServiceStopped(() -> target, "order"), ofSeconds(1), ended::complete);
      await().atMost(DEADLINE).until(() -> !answers(port));
      assertThat(ended.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.OK);
      assertThat(answers(port)).isTrue();
      assertThat(events).extracting(event -> ((Note) event).value().path("state").asText())
          .containsExactly("started", "healed", "recovered");
    } finally {
      Hooks.carryOut("stop", stop, DEADLINE);
    }
  }

  /** A gateway that answers hooks well, and everything else with the status given. */
  private static HttpServer gateway(List<String> asked, AtomicInteger status) throws IOException {
    HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", exchange -> {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 200 : status.get(), -1);
      exchange.close();
    });
    gateway.start();
    return gateway;
  }

  @Test
  void behindAGatewayA5xxIsNoRecoveryUnlessItWasSoBefore() throws Exception {
    AtomicInteger status = new AtomicInteger(400);
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer gateway = gateway(asked, status);
    try {
      String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
      Hook on = new Hook.Call(URI.create(url + "/on"));
      ServiceStopped fault = new ServiceStopped(() -> target(order(url, new Hook.Call(URI.create(url + "/off")), on)),
          "order");
      fault.begin();
      fault.heal();
      assertThat(asked).containsExactly("GET /orders/find/0", "POST /off", "POST /on");
      status.set(502);
      assertThat(fault.recovered()).isFalse();
      status.set(404);
      assertThat(fault.recovered()).isTrue();
      status.set(500);
      fault.begin();
      assertThat(fault.recovered()).as("it answers an unknown order with 500 when it is well").isTrue();
      status.set(502);
      assertThat(fault.recovered()).isFalse();
    } finally {
      gateway.stop(0);
    }
  }

  /** Behind one port for all three, where the others go on. */
  @Test
  void aServiceOfTheRigDiesAndComesBack() throws Exception {
    try (CheckoutRig rig = CheckoutRig.bind(CheckoutRigOptions.DEFAULT)) {
      rig.start(_ -> {});
      ServiceStopped order = new ServiceStopped(rig::target, "order");
      ServiceStopped stock = new ServiceStopped(rig::target, "stock");
      assertThat(order.problems()).isEmpty();
      order.begin();
      assertThat(order.recovered()).isFalse();
      assertThat(stock.recovered()).isTrue();
      order.heal();
      await().atMost(DEADLINE).until(order::recovered);
      order.heal();
      assertThat(order.recovered()).as("healed twice").isTrue();
    }
  }

  @Test
  void aServerThatIsDeadAnywayIsStoppedAllTheSame() throws Exception {
    Path stopped = folder.resolve("stopped");
    Hook stop = new Hook.Command(List.of("touch", stopped.toString()));
    ServiceStopped fault = new ServiceStopped(() -> target(order("http://127.0.0.1:1", stop, stop)), "order");
    fault.begin();
    assertThat(Files.exists(stopped)).isTrue();
    assertThatThrownBy(fault::recovered).isInstanceOf(IOException.class);
  }

  @Test
  void aTargetThatCannotDoItSaysWhatIsMissing() {
    Target target = target(new Endpoint("order", URI.create("http://127.0.0.1:1")));
    assertThat(new ServiceStopped(() -> target, "stock").problems())
        .containsExactly("the target staging has no server stock to stop: it has order");
    assertThat(new ServiceStopped(() -> target, "order").problems()).singleElement()
        .asString()
        .contains("add power { stop = …, start = … } to endpoints.order in its file");
    assertThatThrownBy(new ServiceStopped(() -> target, "order")::begin).hasMessageContaining("add power");
  }
}
