package lifecycle;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simulations.red.BreaksTheInjector;
import simulations.red.CutShort;
import simulations.red.EveryoneCrashes;
import simulations.red.EveryoneCrashesBefore;
import simulations.red.FewerThanAsked;
import simulations.red.NobodyKnows;
import simulations.red.NothingWrong;
import simulations.red.StumblesAtTheStart;
import simulations.wallet.LoadFileReplaySimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong ends red, with a line that says so. */
@Execution(ExecutionMode.CONCURRENT)
final class RedRunTest {

  private static final int GREEN = 0;
  private static final int BROKEN_DOWN = 1;
  private static final int RED = 2;

  @TempDir
  private Path results;

  @TempDir
  private Path inputs;

  private String dead = "";

  @BeforeEach
  void nobodyListens() throws Exception {
    dead = "target=" + Orders.deadTarget(inputs);
  }

  @Test
  void aRunWithNothingWrongIsGreenAndTalksToNobodyElse() throws Exception {
    try (ServerSocketChannel outside = ServerSocketChannel.open().bind(loopback());
        ForkedRun run = ForkedRun.start(results, NothingWrong.class, dead, "lead=1s", "https.proxyHost=127.0.0.1",
            "https.proxyPort=" + outside.socket().getLocalPort())) {
      assertThat(run.exit()).as(run::output).isEqualTo(GREEN);
      assertThat(run.output()).contains("VERDICT: nothing was lost");
      assertThat(run.folder().resolve("simulation.log")).as("Gatling's own, in the same folder").exists();
      outside.configureBlocking(false);
      assertThat(outside.accept()).as("whoever has asked outside").isNull();
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void usersThatCrashAreRed() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, EveryoneCrashes.class, dead, "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      assertThat(run.output()).contains("no virtual user crashed: 2 crashes")
          .contains("gate: no virtual user crashed: count of successful events is 1.0 : false");
    }
  }

  @Test
  void usersThatCrashBeforeTheyAskAreRed() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, EveryoneCrashesBefore.class, dead, "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      assertThat(run.output()).contains("everything scheduled was started: 0 of 2 started")
          .contains("nothing was asked of the target");
    }
  }

  @Test
  void anUndeterminedInvariantIsRed() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, NobodyKnows.class, dead, "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      assertThat(run.output()).contains("UNDETERMINED  the future is known: nobody can tell")
          .contains("VERDICT: 1 invariant undetermined\n");
      assertThat(run.verdict("the future is known").path("verdict").asText()).isEqualTo("undetermined");
    }
  }

  @Test
  void fewerRequestsThanAskedAreRed() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, FewerThanAsked.class, dead, "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      assertThat(run.output()).contains("everything scheduled was started: 2 of 5 started");
    }
  }

  @Test
  void aRunThatIsOutOfTimeIsRedAndLeavesItsResults() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, CutShort.class, dead, "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      assertThat(run.output()).contains("the run was not completed (cut short)");
      Remains.of(run).areWhole("cut short");
    }
  }

  @Test
  void aRunThatBreaksDownLeavesItsResults() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, BreaksTheInjector.class, dead, "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(BROKEN_DOWN);
      assertThat(run.output()).contains("The run broke down: java.lang.IllegalStateException: a planted error");
      Remains.of(run).areWhole("broken down: IllegalStateException");
    }
  }

  @Test
  void anErrorOfOursIsNoProblemOfTheTarget() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, StumblesAtTheStart.class, dead, "lead=1s")) {
      assertThat(run.exit()).as(run::output).isEqualTo(BROKEN_DOWN);
      assertThat(run.output()).doesNotContain("preflight")
          .contains("The run broke down: java.lang.IllegalStateException: a planted error")
          .contains("at simulations.red.StumblesAtTheStart.plan");
    }
  }

  @Test
  void aRigThatIsNotThereIsNamedWithWhatToGive() throws Exception {
    assertThat(refused("chain=hardhat")).containsOnlyOnce("-Dchain=hardhat cannot be used: give anvil or none");
  }

  @Test
  void aDeadTargetIsToldAndNothingIsSent() throws Exception {
    String output = refused(dead);
    assertThat(output).contains("preflight failed, nothing was sent (3 problems)")
        .containsOnlyOnce("wallet A does not");
  }

  @Test
  void aBadLoadFileIsReported() throws Exception {
    Path file = Files.writeString(inputs.resolve("bad.json"), """
        [{"type": "CloseChannel", "jobId": "one", "serverId": "A", "timestamp": -1},
         {"type": "CloseChannel", "jobId": "two", "serverId": "C", "timestamp": 1}]
        """);
    assertThat(refused("loadFile=" + file)).contains("bad.json cannot be used: ", "\"C\" is unknown; known: A, B")
        .containsOnlyOnce("timestamp");
    assertThat(refused("loadFile=" + file, dead)).as("another target").contains("\"C\" is unknown; known: ");
  }

  @Test
  void aBadSettingIsNamedWithWhatToGive() throws Exception {
    assertThat(refused("gating=maybe", "chain=none")).containsOnlyOnce("-Dgating=maybe cannot be used: give on or off");
    assertThat(refused("gating=maybe", "zero=never", "chain=moon")).as("all at once")
        .contains("(3 problems)", "-Dgating=maybe", "-Dzero=never cannot be used: give milliseconds since 1970",
            "-Dchain=moon");
  }

  /** What is printed by a run that ends before anything is sent. */
  private String refused(String... settings) throws Exception {
    try (ForkedRun run = ForkedRun.start(results, LoadFileReplaySimulation.class, settings)) {
      assertThat(run.exit()).as(run::output).isEqualTo(BROKEN_DOWN);
      assertThat(run.output()).doesNotContain("\tat ").doesNotContain("Exception");
      assertThat(run.folder()).as("no run was begun").isEqualTo(results);
      return run.output();
    }
  }
}
