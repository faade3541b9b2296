package bench;

import com.sun.management.OperatingSystemMXBean;
import io.gatling.javaapi.core.Session;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The same thing done as often as possible for some seconds, several times; the first time is for the compiler and does not count. */
final class Rounds {

  private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<Round> rounds;
  private final Duration length;

  Rounds(int count, Duration length) {
    this.rounds = Stream.generate(Round::new).limit(count).toList();
    this.length = length;
  }

  Round get(int number) {
    return rounds.get(number);
  }

  /** How many were done a second, in the median. */
  double rate() {
    return median(Round::rate);
  }

  /** One line for people. */
  String told(String name) {
    return String.format(Locale.ROOT,
        "%s %,.0f/s and %.1f µs of the injector's processor each in the median; rounds %s", name, rate(),
        median(Round::micros),
        rounds.stream()
            .skip(1)
            .map(round -> String.format(Locale.ROOT, "%,.0f (%.1f µs)", round.rate(), round.micros()))
            .toList());
  }

  private double median(ToDoubleFunction<Round> figure) {
    return rounds.stream().skip(1).mapToDouble(figure).sorted().skip((rounds.size() - 1) / 2).findFirst().orElseThrow();
  }

  /** What was done in some seconds, and with how much of the processor. */
  final class Round {

    private final LongAdder count = new LongAdder();
    private final AtomicLong began = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong ended = new AtomicLong();

    Session begin(Session session) {
      began.accumulateAndGet(PROCESS.getProcessCpuTime(), Math::min);
      return session;
    }

    Session count(Session session) {
      count.increment();
      return session;
    }

    Session end(Session session) {
      ended.accumulateAndGet(PROCESS.getProcessCpuTime(), Math::max);
      return session;
    }

    double rate() {
      return count.sum() / (double) length.toSeconds();
    }

    double micros() {
      return (ended.get() - began.get()) / 1e3 / count.sum();
    }
  }
}
