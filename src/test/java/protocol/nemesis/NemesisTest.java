package protocol.nemesis;

import fault.Fault;
import fault.FaultInjector;
import fault.Patience;
import history.Note;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import protocol.engine.SimulationLog;
import protocol.engine.Stage;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.nemesis.NemesisDsl.window;

/** What a nemesis leaves in Gatling's report, and that it holds nobody up. */
@Timeout(90)
final class NemesisTest {

  private static final Patience SHORT = new Patience(ofSeconds(30), ofSeconds(1), ofSeconds(1), ofSeconds(1),
      ofMillis(10));

  private final Stage stage = new Stage();

  @TempDir
  private Path results;

  @AfterEach
  void close() {
    stage.close();
  }

  /** A fault that keeps what is done to it. */
  private record Noted(String title) implements Fault {

    static final List<String> DONE = new CopyOnWriteArrayList<>();

    @Override
    public void begin() throws Exception {
      switch (title) {
        case "it fails" -> throw new IOException("no such service");
        case "it waits for the users" -> assertThat(Meanwhile.USERS.await(20, TimeUnit.SECONDS)).isTrue();
        default -> DONE.add("begin");
      }
    }

    @Override
    public void heal() {
      DONE.add("heal");
    }

    @Override
    public boolean recovered() {
      return true;
    }
  }

  private static NemesisProtocol nemesis() {
    Stage stage = Stage.current();
    return new NemesisProtocol(stage.engine,
        new FaultInjector(stage.engine.recorder(), stage.engine.clock(), SHORT, _ -> {}));
  }

  /** One window after the other, the first of which goes well. */
  public static final class Windows extends Simulation {
    {
      var nemesis = scenario("nemesis").exec(window(new Noted("it works"), ofMillis(700)),
          window(new Noted("it fails"), ofSeconds(1)), dummy("afterwards", 1));
      setUp(nemesis.injectOpen(atOnceUsers(1))).protocols(nemesis());
    }
  }

  @Test
  void aWindowIsARowThatIsKoWhenItCouldNotBeDone() throws Exception {
    SimulationLog log = stage.play(Windows.class, results);

    assertThat(log.named("fault: it works")).singleElement().satisfies(row -> {
      assertThat(row.ok()).isTrue();
      assertThat(row.end() - row.start()).isBetween(699, 5_000);
    });
    assertThat(log.named("fault: it fails")).singleElement().satisfies(row -> {
      assertThat(row.ok()).isFalse();
      assertThat(row.message()).isEqualTo("not-done: no such service");
    });
    assertThat(log.named("afterwards")).as("the nemesis goes on").hasSize(1);
    assertThat(stage.events).extracting(event -> ((Note) event).value().path("state").asText())
        .containsExactly("started", "healed", "recovered", "started", "healed", "failed");
  }

  /** A nemesis on each event loop that blocks until all users, who share the loops, have gone their way. */
  public static final class Meanwhile extends Simulation {

    static final CountDownLatch USERS = new CountDownLatch(20);

    {
      var nemesis = scenario("nemesis").exec(window(new Noted("it waits for the users"), ofMillis(1)));
      var users = scenario("users").exec(repeat(20).on(exec(dummy("meanwhile", 1)).pause(ofMillis(1))))
          .exec(session -> {
            USERS.countDown();
            return session;
          });
      setUp(nemesis.injectOpen(atOnceUsers(20)), users.injectOpen(atOnceUsers(20))).protocols(nemesis());
    }
  }

  @Test
  void aFaultThatBlocksHoldsNobodyUp() throws Exception {
    SimulationLog log = stage.play(Meanwhile.class, results);

    assertThat(log.named("meanwhile")).hasSize(400);
    assertThat(log.named("fault: it waits for the users")).hasSize(20).allMatch(SimulationLog.Request::ok);
  }

  /** A window that is longer than the run. */
  public static final class CutShort extends Simulation {

    private final NemesisProtocol protocol = nemesis();

    {
      var nemesis = scenario("nemesis").exec(window(new Noted("it is cut short"), ofSeconds(60)));
      setUp(nemesis.injectOpen(atOnceUsers(1))).protocols(protocol).maxDuration(2);
    }

    @Override
    public void after() {
      protocol.faults().close();
    }
  }

  @Test
  void theEndOfTheRunHeals() throws Exception {
    Noted.DONE.clear();
    SimulationLog log = stage.play(CutShort.class, results);

    assertThat(log.requests).isEmpty();
    assertThat(Noted.DONE).containsExactly("begin", "heal");
    assertThat(stage.events).extracting(event -> ((Note) event).value().path("state").asText())
        .containsExactly("started", "healed");
  }
}
