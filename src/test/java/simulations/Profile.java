package simulations;

import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.List;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

/**
 * A named shape of load for an open model: users arrive, whether or not those before them have left.
 *
 * <p>Each shape is drawn from a rate (users per second) and a duration.
 */
public enum Profile {
  /** Does it work at all: a tenth of the rate. */
  SMOKE(new Leg(1.0, 0.1, 0.1)),
  /** The everyday rate, after a short ramp. */
  LOAD(new Leg(0.1, 0.1, 1), new Leg(0.9, 1, 1)),
  /** Ever more, up to three times the rate. */
  STRESS(new Leg(0.2, 0.5, 0.5), new Leg(0.6, 0.5, 3), new Leg(0.2, 3, 3)),
  /** Half the rate, five times the rate for a tenth of the time, half the rate again. */
  SPIKE(new Leg(0.45, 0.5, 0.5), new Leg(0.1, 5, 5), new Leg(0.45, 0.5, 0.5)),
  /** The everyday rate for a long time. */
  SOAK(new Leg(1.0, 1, 1));

  /** A stretch of the duration, and the share of the rate at its start and end. */
  private record Leg(double stretch, double from, double to) {

    /** Gatling drops what is not a whole second, with all who should have arrived in it. */
    Duration of(Duration whole) {
      return Duration.ofSeconds(Math.max(1, Math.round(whole.toMillis() * stretch / 1000)));
    }

    /** As Gatling counts them: a ramp is rounded down, a constant rate to the nearest. */
    long arrivals(double rate, Duration whole) {
      double start = rate * from;
      double end = rate * to;
      long seconds = of(whole).toSeconds();
      return from == to ? Math.round(start * seconds) : (long) ((start + (end - start) / 2) * seconds);
    }

    /** When so many have arrived, in seconds: the rate changes evenly, so their number grows with the square of time. */
    double when(double arrived, double rate, Duration whole) {
      double slope = rate * (to - from) / (2 * of(whole).toSeconds());
      double start = rate * from;
      return slope == 0 ? arrived / start : (Math.sqrt(start * start + 4 * slope * arrived) - start) / (2 * slope);
    }
  }

  private final List<Leg> legs;

  Profile(Leg... legs) {
    this.legs = List.of(legs);
  }

  /** The injection steps for a rate in users per second. */
  public OpenInjectionStep[] steps(double rate, Duration duration) {
    return legs.stream().map(leg -> step(leg, rate, duration)).toArray(OpenInjectionStep[]::new);
  }

  /** How many users arrive in all. */
  public long arrivals(double rate, Duration duration) {
    return legs.stream().mapToLong(leg -> leg.arrivals(rate, duration)).sum();
  }

  /**
   * When a user is due, from the beginning.
   *
   * @param index of the user, from 0 to below {@link #arrivals}
   */
  public Duration due(long index, double rate, Duration duration) {
    long left = index;
    double seconds = 0;
    for (Leg leg : legs) {
      long arrivals = leg.arrivals(rate, duration);
      if (left < arrivals) {
        return Duration.ofNanos((long) ((seconds + leg.when(left, rate, duration)) * 1e9));
      }
      left -= arrivals;
      seconds += leg.of(duration).toSeconds();
    }
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private static OpenInjectionStep step(Leg leg, double rate, Duration duration) {
    return leg.from() == leg.to() ? constantUsersPerSec(rate * leg.from()).during(leg.of(duration))
        : rampUsersPerSec(rate * leg.from()).to(rate * leg.to()).during(leg.of(duration));
  }
}
