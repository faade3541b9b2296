package load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * What an injector has to do and when, and how well it keeps to that. Safe to share between threads.
 *
 * <p>Moments are nanoseconds since the run's zero.
 */
public final class Schedule {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<Job> jobs;
  private final long planned;
  private final LongAdder started = new LongAdder();
  private final LongAccumulator worstLag = new LongAccumulator(Math::max, 0);

  /**
   * A schedule of jobs.
   *
   * @param jobs of this injector, in the order of their first instructions
   */
  public Schedule(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
    this.planned = jobs.stream().mapToLong(job -> job.instructions().size()).sum();
  }

  /** When an instruction is due. */
  public static long due(Instruction instruction) {
    return instruction.timestamp() * NANOS_PER_MILLI;
  }

  /** The jobs, in the order of their first instructions. */
  public List<Job> jobs() {
    return jobs;
  }

  /** How many jobs start in each second of the run, from the first second on. */
  public List<Integer> startsPerSecond() {
    List<Integer> starts = new ArrayList<>();
    for (Job job : jobs) {
      int second = Math.toIntExact(job.start() / 1000);
      starts.addAll(Collections.nCopies(Math.max(0, second + 1 - starts.size()), 0));
      starts.set(second, starts.get(second) + 1);
    }
    return starts;
  }

  /** How many instructions there are to carry out. */
  public long planned() {
    return planned;
  }

  /**
   * Notes that an instruction is carried out now.
   *
   * @param now nanoseconds since zero
   * @return how late that is, in nanoseconds; negative when it is early
   */
  public long start(Instruction instruction, long now) {
    long lag = now - due(instruction);
    started.increment();
    worstLag.accumulate(lag);
    return lag;
  }

  /** How many instructions were started so far. */
  public long started() {
    return started.sum();
  }

  /** The longest that an instruction was late so far; never negative. */
  public Duration worstLag() {
    return Duration.ofNanos(worstLag.get());
  }
}
