package fault;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import targets.Hook;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
final class HooksTest {

  private static final Duration PATIENCE = ofSeconds(20);

  @TempDir
  private Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpServer server;

  HooksTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void open() {
    server.createContext("/", exchange -> {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (exchange.getRequestURI().getPath().equals("/never")) {
        awaitRelease();
      }
      int status = exchange.getRequestURI().getPath().equals("/bad") ? 500 : 200;
      byte[] answer = "what\nhappened".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    server.start();
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    released.countDown();
    server.stop(0);
  }

  private String place(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void call(String path) throws Exception {
    Hooks.carryOut("power.stop", new Hook.Call(URI.create(place(path))), PATIENCE);
  }

  private static void run(Duration patience, String... words) throws Exception {
    Hooks.carryOut("power.stop", new Hook.Command(List.of(words)), patience);
  }

  @Test
  void aCallIsAnEmptyPost() throws Exception {
    call("/off?key=1");
    assertThat(asked).containsExactly("POST /off?key=1");
  }

  @Test
  void aCallThatIsNotAnsweredWith2xxIsToldWithoutItsQuery() {
    assertThatThrownBy(() -> call("/bad?key=secret")).isInstanceOf(IOException.class)
        .hasMessage("power.stop (POST " + place("/bad") + ") was answered with 500: what happened");
  }

  @Test
  void aCallThatIsNotAnsweredIsGivenUp() {
    Hook never = new Hook.Call(URI.create(place("/never")));
    assertThatThrownBy(() -> Hooks.carryOut("power.stop", never, ofMillis(300)))
        .hasMessageEndingWith("was not answered within 0.3 s");
  }

  @Test
  void nobodyThereIsTold() {
    server.stop(0);
    assertThatThrownBy(() -> call("/off")).isInstanceOf(IOException.class).hasMessageContaining("was not answered: ");
  }

  @Test
  void aCallCanBeInterrupted() throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread caller = Thread.ofPlatform().start(() -> {
      try {
        call("/never");
      } catch (Exception e) {
        thrown.complete(e);
      }
    });
    await().atMost(PATIENCE).until(() -> !asked.isEmpty());
    caller.interrupt();
    assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aCommandIsRunWithoutAShell() throws Exception {
    Path file = folder.resolve("a b; c");
    run(PATIENCE, "touch", file.toString());
    assertThat(file).exists();
  }

  @Test
  void aCommandThatFailsIsToldWithWhatItSaidAndWithoutItsArguments() {
    assertThatThrownBy(() -> run(PATIENCE, "sh", "-c", "echo out; echo >&2 err; exit 3", "secret"))
        .isInstanceOf(IOException.class)
        .hasMessage("power.stop (sh …) ended with 3: out err");
  }

  @Test
  void aCommandThatIsNotThereIsTold() {
    assertThatThrownBy(() -> run(PATIENCE, "no-such-program")).isInstanceOf(IOException.class)
        .hasMessageContaining("is no-such-program installed, and on the path?");
  }

  @Test
  void aCommandThatDoesNotEndIsKilledWithItsChildren() throws Exception {
    Path pid = folder.resolve("pid");
    String script = "sleep 300 & echo $! > " + pid + "; echo waiting; wait";
    assertThatThrownBy(() -> run(ofSeconds(1), "sh", "-c", script)).isInstanceOf(IOException.class)
        .hasMessageContaining("has not ended within 1.0 s")
        .hasMessageEndingWith(": waiting");
    long child = Long.parseLong(Files.readString(pid).strip());
    await().atMost(ofSeconds(10)).until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void whatACommandStartsInTheBackgroundStaysAndIsNotWaitedFor() throws Exception {
    Path pid = folder.resolve("pid");
    run(PATIENCE, "sh", "-c", "sleep 300 & echo $! > " + pid);
    ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    assertThat(server.isAlive()).isTrue();
    server.destroyForcibly();
  }

  @Test
  void aCommandThatReadsGetsTheEnd() {
    assertThatCode(() -> run(PATIENCE, "cat")).doesNotThrowAnyException();
  }
}
