package report;

import com.fasterxml.jackson.annotation.JsonInclude;
import history.Invocation;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whether the operations of one kind were sent as fast as the schedule wanted, and who was the limit if not. */
final class Pace {

  /** Below this share of the rate asked, the rate was not reached. */
  private static final double REACHED = 0.98;
  /** Who is late by no more than this is on time, and what is wanted within it is wanted at once. */
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(100);
  private static final double MUCH_GC = 0.1;
  private static final double MUCH_CPU = 0.9;

  private long started;
  private long firstIntended = Long.MAX_VALUE;
  private long lastIntended = Long.MIN_VALUE;
  private long lastStarted = Long.MIN_VALUE;
  private double lag;
  private double gated;

  /**
   * Rates of one kind.
   *
   * @param asked operations per second that the schedule wanted, of those that were started; absent when there were fewer than two, or all within
   *     100 ms
   * @param reached operations per second that were sent, from the first intended start to the last real one
   * @param limit who was the limit when the rate was not reached, or when one in a hundred was sent more than 100 ms late by fault of the
   *     injector: {@code not all started}, {@code gating}, {@code garbage collection}, {@code cpu} or {@code schedule lag}; absent when the
   *     schedule was kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Rate(@Nullable Double asked, @Nullable Double reached, @Nullable String limit) {}

  void accept(Invocation invocation) {
    started++;
    firstIntended = Math.min(firstIntended, invocation.intended());
    lastIntended = Math.max(lastIntended, invocation.intended());
    lastStarted = Math.max(lastStarted, invocation.started());
    lag += invocation.started() - invocation.released();
    gated += invocation.released() - invocation.intended();
  }

  /** The rates, given the 99th percentile of the lag in microseconds. */
  Rate rate(Counts counts, long lagP99, InjectorLoad.Figures injector) {
    long wanted = counts.scheduled() == null ? started : Math.max(started, counts.scheduled());
    boolean late = TimeUnit.MICROSECONDS.toNanos(lagP99) > MOMENT;
    if (started < 2 || lastIntended - firstIntended < MOMENT) {
      return new Rate(null, null, late || started < wanted ? limit(wanted, late, injector) : null);
    }
    double asked = perSecond(lastIntended);
    double reached = perSecond(Math.max(lastStarted, lastIntended));
    boolean slow = reached < REACHED * asked && lastStarted - lastIntended > MOMENT;
    boolean kept = !slow && !late && started >= REACHED * wanted;
    return new Rate(rounded(asked), rounded(reached), kept ? null : limit(wanted, late, injector));
  }

  private double perSecond(long until) {
    return (double) (started - 1) * TimeUnit.SECONDS.toNanos(1) / (until - firstIntended);
  }

  private String limit(long wanted, boolean late, InjectorLoad.Figures injector) {
    if (started < REACHED * wanted) {
      return "not all started";
    }
    if (!late && gated >= lag) {
      return "gating";
    }
    if (injector.gcShare() > MUCH_GC) {
      return "garbage collection";
    }
    return Math.max(injector.cpu(), injector.machineCpu()) > MUCH_CPU ? "cpu" : "schedule lag";
  }

  private static double rounded(double rate) {
    return Math.round(rate * 1000) / 1000.0;
  }
}
