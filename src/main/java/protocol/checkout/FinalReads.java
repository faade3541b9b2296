package protocol.checkout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Note;
import history.Outcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import protocol.engine.Turn;

/**
 * Reads the final state in rounds, until two in a row agree.
 *
 * <p>Where much was touched, a sample tells for the others: once two rounds over it agree, the others are read, and the sample again; if that
 * has changed meanwhile, it was too early, and all begins again. Confined to the user's event loop.
 */
final class FinalReads {

  private final Survey survey;
  private final long drained;
  private @Nullable Round before;
  private int rounds;

  private FinalReads(Survey survey, long drained) {
    this.survey = survey;
    this.drained = drained;
  }

  /** The last of a simulation's verbs. */
  static void begin(Turn turn, CheckoutComponents checkout) {
    long drained = turn.clock().now();
    long deadline = drained + checkout.settings().settling().patience().toNanos();
    Thread.ofVirtual().name("final reads").start(() -> { // the history is a file
      try {
        Survey survey = new Survey(turn, checkout, Entities.touchedIn(checkout.settings().history().get()), deadline);
        turn.onLoop(new FinalReads(survey, drained)::settle);
      } catch (Throwable e) {
        turn.onLoop(() -> { // where what is thrown becomes a KO row
          throw new IllegalStateException("what was touched is not known", e);
        });
      }
    });
  }

  /** Reads all of few, and a sample of many, until it looks as it did before. */
  private void settle() {
    List<Entity> all = survey.entities().all();
    boolean many = all.size() >= 2 * survey.settling().sample();
    List<Entity> chosen = many ? survey.entities().sample(survey.settling().sample()) : all;
    settle(chosen, agreed -> {
      if (many) {
        readAll(chosen, agreed);
      } else {
        end(agreed);
      }
    });
  }

  /** Then tells which round was the first of two that agree; null when patience has ended before. */
  private void settle(List<Entity> chosen, Consumer<@Nullable Round> next) {
    round(chosen, round -> {
      Round last = before;
      before = round;
      if (last != null && round.agrees()) {
        next.accept(last);
      } else if (survey.isOver() || round.isGivenUp()) {
        next.accept(null);
      } else {
        later(round, () -> settle(chosen, next));
      }
    });
  }

  /** Reads the others, until each has an answer; then the sample again. */
  private void readAll(List<Entity> sample, @Nullable Round agreed) {
    round(survey.entities().all(), entity -> !entity.isSampled(), others -> answered(others, () -> {
      round(sample, again -> {
        if (again.agrees() || survey.isOver() || again.isGivenUp()) {
          end(again.agrees() && survey.entities().unknown().isEmpty() ? agreed : null);
        } else {
          before = again;
          later(again, () -> settle(sample, other -> readAll(sample, other)));
        }
      });
    }));
  }

  /** Goes on when all have been answered, or patience has ended. */
  private void answered(Round last, Runnable next) {
    List<Entity> unknown = survey.entities().unknown();
    if (unknown.isEmpty() || survey.isOver() || last.isGivenUp()) {
      next.run();
    } else {
      later(last, () -> round(unknown, round -> answered(round, next)));
    }
  }

  private void round(List<Entity> chosen, Consumer<Round> next) {
    round(chosen, _ -> true, next);
  }

  private void round(List<Entity> chosen, Predicate<Entity> filter, Consumer<Round> next) {
    rounds++;
    new Round(survey, chosen, filter).run().thenAccept(round -> survey.turn().onLoop(() -> next.accept(round)));
  }

  /** A while after the beginning of a round, so that what is still under way has time to show. */
  private void later(Round round, Runnable task) {
    Turn turn = survey.turn();
    long passed = turn.clock().now() - round.began();
    turn.after(survey.settling().quiet().minusNanos(passed), task);
  }

  private void end(@Nullable Round agreed) {
    Turn turn = survey.turn();
    long now = turn.clock().now();
    boolean complete = agreed != null;
    var settled = JsonNodeFactory.instance.objectNode()
        .put("complete", complete)
        .put("rounds", rounds)
        .put("entities", survey.entities().all().size())
        .put("ns", (agreed == null ? now : agreed.began()) - drained);
    turn.recorder().record(new Note("settled", now, settled));
    turn.request("final reads", drained, now,
        complete ? Outcome.OK : new Outcome.Unknown("not-settled", "no two rounds of reads agreed in time"));
    turn.end();
  }
}
