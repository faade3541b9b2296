package protocol.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Note;
import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import java.time.Duration;
import java.util.List;
import protocol.audit.Audit.Finding;
import protocol.audit.AuditProtocol.Auditing;
import protocol.engine.Turn;

/** The verbs of a run's end. */
public final class AuditDsl {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private AuditDsl() {}

  /** Waits until no operation is pending, or patience ends; row {@code drain}. What is pending then stays unknown. */
  public static ActionBuilder drain() {
    return AuditProtocol.KEY.action("drain", (turn, auditing) -> drain(turn, auditing, turn.clock().now()));
  }

  /** Judges the whole history, on a thread of its own; one row per finding, KO when it is not good. */
  public static ActionBuilder judge() {
    return AuditProtocol.KEY.action("judge", AuditDsl::judge);
  }

  private static void drain(Turn turn, Auditing auditing, long since) {
    long now = turn.clock().now();
    boolean pending = auditing.settings().audit().pending();
    if (pending && now - since < auditing.settings().patience().toNanos()) {
      turn.after(LOOK_AGAIN, () -> drain(turn, auditing, since));
      return;
    }
    Outcome outcome = pending ? new Outcome.Unknown("pending", "operations are still without an end") : Outcome.OK;
    turn.recorder()
        .record(new Note("drained", now,
            JsonNodeFactory.instance.objectNode().put("complete", !pending).put("ns", now - since)));
    turn.request("drain", since, now, outcome);
    turn.end();
  }

  private static void judge(Turn turn, Auditing auditing) {
    long started = turn.clock().now();
    Thread.ofVirtual().name("judge").start(() -> {
      List<Finding> findings = auditing.settings().audit().judge();
      turn.onLoop(() -> {
        findings.forEach(finding -> turn.request(finding.row(), started, turn.clock().now(), outcome(finding)));
        turn.end();
      });
    });
  }

  private static Outcome outcome(Finding finding) {
    return finding.good() ? Outcome.OK : new Outcome.Refused("broken", finding.why());
  }
}
