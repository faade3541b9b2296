package protocol.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Note;
import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import protocol.audit.Audit.Finding;
import protocol.audit.AuditProtocol.Auditing;
import protocol.engine.Observed;
import protocol.engine.Turn;

/** The verbs of a run's end, and the one that lets its judges see plain HTTP. */
public final class AuditDsl {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private AuditDsl() {}

  /** Waits until no operation is pending, or patience ends; row {@code drain}. What is pending then stays unknown. */
  public static ActionBuilder drain() {
    return AuditProtocol.KEY.action("drain", (turn, auditing) -> drain(turn, auditing, turn.clock().now()));
  }

  /** Judges the whole history, on a thread of its own; one row per finding, KO when it is not good; a crash is a KO row {@code judge}. */
  public static ActionBuilder judge() {
    return AuditProtocol.KEY.action("judge", AuditDsl::judge);
  }

  /**
   * Brings back what is left of the money that the run was given, on a thread of its own; row {@code refund}, KO when that throws.
   *
   * @param refund returns where the money is then: kept in the history as a note {@code refund}
   */
  public static ActionBuilder refund(Callable<? extends JsonNode> refund) {
    return AuditProtocol.KEY.action("refund", (turn, _) -> step(turn, "refund", refund));
  }

  /**
   * Looks whether the run's accounts have enough money left, on a thread of its own; row {@code top up}, KO when that throws.
   *
   * @param topUp returns what it took: kept in the history as a note {@code top up}
   */
  public static ActionBuilder topUp(Callable<? extends JsonNode> topUp) {
    return AuditProtocol.KEY.action("top up", (turn, _) -> step(turn, "top up", topUp));
  }

  /**
   * A request of Gatling's own HTTP DSL that the run's history keeps, for the judges to see; its row is the same as ever.
   *
   * <pre>{@code
   * observed("sell", http("POST /sell").post("/sell/#{item}/#{amount}"))
   *     .about("#{item}")
   *     .asking(session -> JsonNodeFactory.instance.objectNode().put("amount", session.getInt("amount")))
   *     .answering(json -> json)
   *     .saving("receipt", "receipt")
   * }</pre>
   *
   * @param kind what is asked: stable, lower-case, free of data
   */
  public static Observed observed(String kind, HttpRequestActionBuilder request) {
    return AuditProtocol.KEY.observed(kind, request);
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
      try {
        List<Finding> findings = auditing.settings().audit().judge();
        turn.onLoop(() -> {
          findings.forEach(finding -> turn.request(finding.row(), started, turn.clock().now(), outcome(finding)));
          turn.end();
        });
      } catch (RuntimeException | Error e) {
        turn.onLoop(() -> { // where it ends the turn: without an end the run would have none
          throw e;
        });
      }
    });
  }

  private static void step(Turn turn, String name, Callable<? extends JsonNode> step) {
    long started = turn.clock().now();
    Thread.ofVirtual().name(name).start(() -> {
      Outcome outcome = Outcome.OK;
      try {
        turn.recorder().record(new Note(name, turn.clock().now(), step.call()));
      } catch (Error e) {
        turn.onLoop(() -> {
          throw e;
        });
        return;
      } catch (Exception e) { // the user must go on, and whoever reads the report must know why
        outcome = new Outcome.Refused("money", String.valueOf(e.getMessage()));
      }
      Outcome end = outcome;
      turn.onLoop(() -> {
        turn.request(name, started, turn.clock().now(), end);
        turn.end();
      });
    });
  }

  private static Outcome outcome(Finding finding) {
    return finding.good() ? Outcome.OK : new Outcome.Refused("broken", finding.why());
  }
}
