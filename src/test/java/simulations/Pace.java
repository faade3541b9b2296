package simulations;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import protocol.engine.Engine;
import protocol.engine.Expression;
import protocol.engine.Timeline;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;

/** An open model to the nanosecond: each user acts at a moment that is known in advance, and is in place a little before. */
public final class Pace {

  /** When the user is due. */
  public static final Expression<Duration> DUE = session -> session.get("due");

  /** Users arrive anywhere in their second, and Gatling itself begins a moment after the lead does. */
  private static final Duration AHEAD = Duration.ofSeconds(2);
  private static final Duration MOMENT = Duration.ofMillis(10);

  private final Engine engine;
  private final Duration lead;
  private final List<Duration> dues = new ArrayList<>();
  private final AtomicLong next = new AtomicLong();
  private volatile Duration zero = Duration.ZERO;

  /**
   * A pace.
   *
   * @param lead how long after the first user's arrival the run's zero is; 0 when something else comes first
   */
  public Pace(Engine engine, Duration lead, List<Duration> dues) {
    this.engine = engine;
    this.lead = lead;
    this.dues.addAll(dues);
  }

  /** A pace that ends at the run's zero. */
  public static Pace before(Engine engine, Duration lead, List<Duration> dues) {
    Duration length = dues.isEmpty() ? Duration.ZERO : Duration.ofSeconds(dues.getLast().toSeconds() + 1);
    Pace pace = new Pace(engine, lead.minus(length), dues);
    pace.zero = length.negated();
    return pace;
  }

  /** The pace of a profile. */
  public static List<Duration> dues(Profile profile, double rate, Duration duration) {
    List<Duration> dues = new ArrayList<>();
    for (long user = 0; user < profile.arrivals(rate, duration); user++) {
      dues.add(profile.due(user, rate, duration));
    }
    return dues;
  }

  /** How many users there are. */
  public long users() {
    return dues.size();
  }

  /** The pace begins when the first users will be in place, if they begin to arrive now: for a load that comes after something else. */
  public ChainBuilder begins() {
    return exec(session -> {
      zero = Duration.ofNanos(engine.clock().now()).plus(AHEAD);
      return session;
    });
  }

  /** The user waits until it is due. */
  public ChainBuilder comesWhenDue() {
    return exec(session -> session.set("due", zero.plus(dues.get((int) next.getAndIncrement()))))
        .exec(new Timeline(engine).await(DUE));
  }

  /** The user is due in a moment: for a warm-up that takes the same way. */
  public static ChainBuilder comesSoon(Engine engine) {
    return exec(session -> session.set("due", Duration.ofNanos(engine.clock().now()).plus(MOMENT)))
        .exec(new Timeline(engine).await(DUE));
  }

  /** Second by second, a little ahead of time. */
  public OpenInjectionStep[] arrivals() {
    List<OpenInjectionStep> steps = new ArrayList<>();
    steps.add(nothingFor(lead.compareTo(AHEAD) > 0 ? lead.minus(AHEAD) : Duration.ZERO));
    int[] seconds = new int[dues.isEmpty() ? 0 : (int) dues.getLast().toSeconds() + 1];
    dues.forEach(due -> seconds[(int) due.toSeconds()]++);
    for (int users : seconds) {
      Duration second = Duration.ofSeconds(1);
      steps.add(users == 0 ? nothingFor(second) : rampUsers(users).during(second));
    }
    return steps.toArray(OpenInjectionStep[]::new);
  }
}
