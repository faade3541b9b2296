package protocol.engine;

import history.Outcome;
import history.Phase;
import io.gatling.core.session.GroupBlock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.RecordedStats.Group;
import protocol.engine.RecordedStats.Response;

import static org.assertj.core.api.Assertions.assertThat;

final class TurnTest {

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void reportsARequestInGatlingsMilliseconds() throws Exception {
    var session = bench.run("call", turn -> {
      turn.request("call", 5_000_000, 25_000_000, Outcome.OK);
      turn.end(turn.session().set("answer", 42));
    });

    long zero = bench.engine.clock().zero().plusNanos(5_000_000).toEpochMilli();
    Response row = bench.stats.responses.getFirst();
    assertThat(row.name()).isEqualTo("call");
    assertThat(row.start()).isEqualTo(zero);
    assertThat(row.end() - row.start()).isBetween(19L, 21L);
    assertThat(row.ok()).isTrue();
    assertThat(session.getInt("answer")).isEqualTo(42);
    assertThat(session.isFailed()).isFalse();
  }

  @Test
  void aRefusalIsKoWithItsCodeFirstAndMarksTheUserFailed() throws Exception {
    var session = bench.run("update", turn -> {
      turn.request("update", 0, 1_000_000, new Outcome.Refused("not-my-turn", "channel 0xabcdef12 is at turn 123456"));
      turn.end();
    });

    Response row = bench.stats.responses.getFirst();
    assertThat(row.ok()).isFalse();
    assertThat(row.code()).isEqualTo("not-my-turn");
    assertThat(row.message()).isEqualTo("not-my-turn: channel … is at turn …");
    assertThat(session.isFailed()).isTrue();
  }

  @Test
  void phasesAreRequestsOfAGroupThatLastsAsLongAsTheyDo() throws Exception {
    long ms = 1_000_000;
    bench.run("create", turn -> {
      var phases = List.of(new Phase("call", 0, 10 * ms), new Phase("objective", 30 * ms, 70 * ms));
      turn.group("create channel", phases, new Outcome.Unknown("stuck", "not running"));
      turn.end();
    });

    assertThat(bench.stats.responses).extracting(Response::name).containsExactly("call", "objective");
    assertThat(bench.stats.responses).extracting(Response::ok).containsExactly(true, false);
    assertThat(bench.stats.responses).allSatisfy(row -> assertThat(row.groups()).containsExactly("create channel"));
    Group group = bench.stats.groups.getFirst();
    assertThat(group.groups()).containsExactly("create channel");
    assertThat(group.ok()).isFalse();
    assertThat(group.cumulated()).isBetween(69, 71).isEqualTo((int) (group.end() - group.start()));
  }

  @Test
  void anEnclosingGroupAddsUpWhatWasReported() throws Exception {
    long ms = 1_000_000;
    bench.action("create", turn -> {
      var before = turn.session();
      turn.group("create", List.of(new Phase("call", 0, 40 * ms)), Outcome.OK);
      turn.request("look", 40 * ms, 60 * ms, Outcome.OK);
      turn.end(before); // a session taken before the rows were reported loses none of them
    }).$bang(bench.user().enterGroup("outer", 0));

    GroupBlock outer = (GroupBlock) bench.next().asScala().blockStack().head();
    assertThat(bench.stats.responses.getFirst().groups()).containsExactly("outer", "create");
    assertThat(bench.stats.responses.getLast().groups()).containsExactly("outer");
    assertThat(outer.cumulatedResponseTime()).isBetween(58, 62);
  }

  @Test
  void aThrowInTheStepIsAKoRowAndACrashNote() throws Exception {
    var session = bench.run("create", turn -> {
      throw new IllegalStateException("secret 42");
    });

    Response row = bench.stats.responses.getFirst();
    assertThat(row.name()).isEqualTo("create");
    assertThat(row.message()).isEqualTo("crash: java.lang.IllegalStateException");
    assertThat(session.isFailed()).isTrue();
    assertThat(bench.crashNotes()).singleElement().asString().contains("secret 42");
  }

  @Test
  void aThrowInACallbackFromAnotherThreadDoesNotLoseTheUser() throws Exception {
    var session = bench.run("create", turn -> CompletableFuture.completedFuture("x").thenAcceptAsync(turn.guarded(x -> {
      throw new AssertionError(x);
    })));

    assertThat(bench.stats.responses.getFirst().message()).isEqualTo("crash: java.lang.AssertionError");
    assertThat(session.isFailed()).isTrue();
  }

  @Test
  void aSecondEndIsIgnoredAndNoted() throws Exception {
    bench.run("create", turn -> {
      turn.end();
      turn.end();
    });
    bench.settle();

    assertThat(bench.left).isEmpty();
    assertThat(bench.crashNotes()).singleElement().asString().contains("ended twice");
    assertThat(bench.stats.responses).isEmpty();
  }

  @Test
  void aRowAfterTheEndIsNotedAndNotReported() throws Exception {
    bench.run("create", turn -> {
      turn.end();
      turn.request("late", 0, 1, Outcome.OK);
    });
    bench.settle();

    assertThat(bench.stats.responses).isEmpty();
    assertThat(bench.crashNotes()).hasSize(1);
  }

  @Test
  void aParameterWithoutAValueIsACrashEntryAndNoRequest() throws Exception {
    Expression<String> missing = Expression.text("#{nobody}");
    var session = bench.run("create", turn -> turn.end(turn.session().set("x", missing.apply(turn.session()))));

    assertThat(bench.stats.responses).isEmpty();
    assertThat(bench.stats.crashes.getFirst().name()).isEqualTo("create");
    assertThat(bench.stats.crashes.getFirst().problem()).contains("nobody");
    assertThat(bench.crashNotes()).hasSize(1);
    assertThat(session.isFailed()).isTrue();
  }

  @Test
  void longNamesAndMessagesAreCut() throws Exception {
    bench.run("x".repeat(9_000), turn -> {
      turn.request("y".repeat(9_000), 0, 1, new Outcome.Unknown("timeout", "z".repeat(9_000)));
      throw new IllegalStateException();
    });

    assertThat(bench.stats.responses).allSatisfy(row -> assertThat(row.name()).hasSize(100));
    assertThat(bench.stats.responses.getFirst().message()).startsWith("timeout: zzz").hasSize(200);
  }

  @Test
  void afterTheRunsEndEverythingIsSilent() throws Exception {
    CompletableFuture<Turn> kept = new CompletableFuture<>();
    bench.action("create", kept::complete).$bang(bench.user());
    Turn turn = kept.get();
    bench.close();

    turn.request("late", 0, 1, Outcome.OK);
    turn.after(Duration.ZERO, () -> turn.end());
    turn.guarded(x -> turn.end()).accept("x");
    turn.end();
    bench.action("create", Turn::end).$bang(bench.user());

    assertThat(bench.stats.responses).isEmpty();
    assertThat(bench.left).isEmpty();
    assertThat(bench.events).isEmpty();
  }

  @Test
  void whatIsTakenBackIsNotRun() throws Exception {
    List<String> run = new CopyOnWriteArrayList<>();
    bench.run("wait", turn -> {
      Runnable takeBack = turn.after(Duration.ofMillis(20), () -> run.add("taken back"));
      turn.after(Duration.ofMillis(40), turn::end);
      takeBack.run();
    });

    assertThat(run).isEmpty();
    assertThat(bench.stats.responses).isEmpty();
  }
}
