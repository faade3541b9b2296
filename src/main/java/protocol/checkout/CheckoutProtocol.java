package protocol.checkout;

import history.History;
import io.gatling.javaapi.http.HttpDsl;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.util.function.Supplier;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;
import targets.Target;

/**
 * How a checkout is spoken to.
 *
 * @param engine what the run's protocols share
 * @param target the services, with their dialect; asked for when the first virtual user is about to start
 * @param history what the run has done so far, for the final reads to know what it has touched
 * @param compatible whether rows are named and judged as the course's own tool does it; the history is the same
 * @param timeout how long an answer may take
 * @param settling how the final state is read
 */
public record CheckoutProtocol(Engine engine, Supplier<Target> target, Supplier<History> history, boolean compatible,
    Duration timeout, Settling settling) implements EngineProtocol {

  static final ComponentsKey<CheckoutProtocol, CheckoutComponents> KEY = new ComponentsKey<>(CheckoutProtocol.class,
      CheckoutComponents::open);

  /** Strict, 10 s for an answer. */
  public static CheckoutProtocol of(Engine engine, Supplier<Target> target) {
    return new CheckoutProtocol(engine, target, () -> {
      throw new IllegalStateException("final reads need the history: say CheckoutProtocol.history(..)");
    }, false, Duration.ofSeconds(10), Settling.DEFAULT);
  }

  /** Plain HTTP as the verbs need it, to be given to {@code protocols(..)} beside this one. Each user has connections of its own, unless told otherwise. */
  public static HttpProtocolBuilder http() {
    return HttpDsl.http.disableWarmUp().disableCaching().disableAutoReferer().acceptHeader("application/json");
  }

  /** The same with a history for the final reads. */
  public CheckoutProtocol history(Supplier<History> other) {
    return new CheckoutProtocol(engine, target, other, compatible, timeout, settling);
  }

  /** The same, with rows named and judged as the course's own tool does it, or by our own strict rules. */
  public CheckoutProtocol compatible(boolean on) {
    return new CheckoutProtocol(engine, target, history, on, timeout, settling);
  }

  /** The same with another time for an answer. */
  public CheckoutProtocol timeout(Duration other) {
    return new CheckoutProtocol(engine, target, history, compatible, other, settling);
  }

  /** The same with other final reads. */
  public CheckoutProtocol settling(Settling other) {
    return new CheckoutProtocol(engine, target, history, compatible, timeout, other);
  }
}
