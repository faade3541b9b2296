package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simulations.red.BreaksAndHeals;
import simulations.red.EndsInTheMiddleOfAFault;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run breaks on purpose is whole again when the run is over, however it ended. */
@Execution(ExecutionMode.CONCURRENT)
final class FaultRunTest {

  private static final int GREEN = 0;
  private static final int RED = 2;
  private static final int SIGNALLED = 128;

  @TempDir
  private Path results;

  @TempDir
  private Path inputs;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final HttpServer server;

  FaultRunTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** A server that can be switched off, which is answered with 503, and on. */
  @BeforeEach
  void listen() {
    server.createContext("/", exchange -> {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("POST")) {
        stopped.set(path.equals("/off"));
      }
      exchange.sendResponseHeaders(stopped.get() && !path.equals("/off") ? 503 : 200, -1);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String target(String power) throws IOException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Path file = Files.writeString(inputs.resolve("switched.conf"), """
        system = wallet
        endpoints { A { url = "%s", %s } }
        """.formatted(url, power.replace("URL", url)));
    return "target=" + file;
  }

  private String switched() throws IOException {
    return target("power { stop = \"URL/off\", start = \"URL/on\" }");
  }

  @Test
  void aFaultThatIsHealedIsNoReasonForRed() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, BreaksAndHeals.class, switched(), "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(GREEN);
      assertThat(run.output())
          .contains("Fault: A stopped for 1.0 s\n", "Fault: A stopped has recovered",
              "fault: A stopped: count of all events is greater than or equal to 1.0 : true")
          .containsPattern("faults    A stopped from -?0\\.\\d s for \\d\\.\\d s, worked again \\d\\.\\d s later");
      JsonNode window = run.summary().path("faults").path(0);
      assertThat(window.path("healedMs").asLong() - window.path("startedMs").asLong()).isGreaterThanOrEqualTo(1000);
      assertThat(window.path("recoveredMs").asLong()).isGreaterThanOrEqualTo(window.path("healedMs").asLong());
      assertThat(Files.readString(run.folder().resolve("report.html"))).contains("<td>A stopped from");
    }
  }

  @Test
  void aFaultThatCannotBeDoneIsRed() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, BreaksAndHeals.class, target(""), "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      assertThat(run.output()).contains("GATE          every fault was done and healed: 0 of 1 faults",
          "VERDICT: 1 gate does not hold, 1 fault failed\n", "add power { stop = …, start = … } to endpoints.A");
    }
  }

  @Test
  void aRunThatIsOutOfTimeHeals() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, EndsInTheMiddleOfAFault.class, switched(), "lead=1s", "atMost=3s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      isHealed(run);
    }
  }

  @Test
  void anInterruptedRunHeals() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, EndsInTheMiddleOfAFault.class, switched(), "lead=1s")) {
      run.awaitHistory("\"started\"", 1);
      run.signal("INT");
      assertThat(run.exit()).isGreaterThan(SIGNALLED);
      isHealed(run);
    }
  }

  private void isHealed(ForkedRun run) throws IOException {
    assertThat(run.output()).contains("Fault: A stopped is healed");
    assertThat(stopped).isFalse();
    JsonNode window = run.summary().path("faults").path(0);
    assertThat(window.path("title").asText()).isEqualTo("A stopped");
    assertThat(window.has("healedMs")).isTrue();
    assertThat(window.has("recoveredMs")).as("the run was over before anybody could look").isFalse();
  }
}
