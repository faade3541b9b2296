package invariant.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Operation;
import history.Outcome;
import java.util.List;
import java.util.Random;

/** One request on its way to a busy shop: it takes effect at some moment before its end; what nobody answers does so later, or never. */
final class Call {

  private static final int LASTS = 500;

  private final Invocation invocation;
  private final boolean answered;
  private final boolean arrives;
  private final long effect;
  private final long end;

  Call(Invocation invocation, Random random, double unknown) {
    this.invocation = invocation;
    this.answered = random.nextDouble() >= unknown;
    this.arrives = answered || random.nextBoolean();
    this.effect = invocation.started() + random.nextInt(LASTS);
    this.end = answered ? effect + random.nextInt(LASTS) : invocation.started() + random.nextInt(LASTS);
  }

  /** Whether it takes effect at all. */
  boolean arrives() {
    return arrives;
  }

  /** When it takes effect. */
  long effect() {
    return effect;
  }

  /** A moment before that. */
  long earlier() {
    return invocation.started() + (effect - invocation.started()) / 2;
  }

  Operation done(JsonNode answer) {
    return answered ? invocation.ended(end, List.of(), Outcome.OK, answer) : unanswered();
  }

  Operation refused() {
    return answered ? invocation.ended(end, List.of(), new Outcome.Refused("status-400", "no"), NullNode.getInstance())
        : unanswered();
  }

  Operation unanswered() {
    return invocation.ended(end, List.of(), new Outcome.Unknown("no-response", "nothing came"), NullNode.getInstance());
  }
}
