package protocol.audit;

import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.ProtocolBench;
import protocol.engine.ProtocolBench.Row;

import static org.assertj.core.api.Assertions.assertThat;

/** The user who judges a run goes on whatever its judges do, or the run would never end. */
final class AuditDslTest {

  private final ProtocolBench bench = new ProtocolBench();

  @AfterEach
  void close() {
    bench.close();
  }

  /** A judge who does this. */
  private record Judge(Supplier<List<Finding>> judges) implements Audit {

    @Override
    public boolean pending() {
      return false;
    }

    @Override
    public List<Finding> judge() {
      return judges.get();
    }
  }

  private Session pass(ActionBuilder action, Supplier<List<Audit.Finding>> judges) throws InterruptedException {
    return bench.with(new AuditProtocol(bench.engine(), new Judge(judges), Duration.ofSeconds(1))).pass(action);
  }

  @Test
  void whatIsJudgedIsARowEach() throws InterruptedException {
    Session user = pass(AuditDsl.judge(),
        () -> List.of(new Audit.Finding("gate: a", true, "yes"), new Audit.Finding("gate: b", false, "no")));
    assertThat(user.isFailed()).isTrue();
    assertThat(bench.rows()).containsExactly(new Row(List.of(), "gate: a", true, null, null),
        new Row(List.of(), "gate: b", false, "broken", "broken: no"));
    assertThat(bench.events()).isEmpty();
  }

  @Test
  void aJudgeThatThrowsIsACrash() throws InterruptedException {
    assertThat(pass(AuditDsl.judge(), () -> {
      throw new IllegalStateException("lost its papers");
    }).isFailed()).isTrue();
    isTold("judge", "java.lang.IllegalStateException", "lost its papers");
  }

  @Test
  void aJudgeWithoutRoomIsACrash() throws InterruptedException {
    assertThat(pass(AuditDsl.judge(), () -> {
      throw new OutOfMemoryError("planted");
    }).isFailed()).isTrue();
    isTold("judge", "java.lang.OutOfMemoryError", "planted");
  }

  @Test
  void anErrorWhileTheMoneyComesBackIsACrash() throws InterruptedException {
    assertThat(pass(AuditDsl.refund(() -> {
      throw new StackOverflowError("planted");
    }), List::of).isFailed()).isTrue();
    isTold("refund", "java.lang.StackOverflowError", "planted");
  }

  private void isTold(String row, String type, String problem) {
    assertThat(bench.rows()).containsExactly(new Row(List.of(), row, false, "crash", "crash: " + type));
    assertThat(bench.events()).singleElement()
        .satisfies(note -> assertThat(note.toString()).contains("crash", type, problem));
  }
}
