package load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The share of one injector of several: every job runs on exactly one of them, together with the job of the ledger that funds it.
 *
 * @param index of this injector, from 0
 * @param count of injectors, at least 1
 */
public record Shard(int index, int count) {

  /** All of it: the only injector there is. */
  public static final Shard WHOLE = new Shard(0, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when there is no such injector
   */
  public Shard {
    if (count < 1 || index < 0 || index >= count) {
      throw new IllegalArgumentException("injector " + index + " of " + count
          + ": the index runs from 0 to one less than the count, and the count is at least 1");
    }
  }

  /** Whether a job is this injector's. */
  public boolean owns(Job job) {
    return job.group() % count == index;
  }

  /** This injector's part of what belongs to nobody in particular, dealt out one by one, in the order given. */
  public <T> List<T> dealtOut(List<T> all) {
    return IntStream.range(0, all.size()).filter(i -> i % count == index).mapToObj(all::get).toList();
  }

  /** This injector's jobs, in the order given. */
  public List<Job> of(List<Job> jobs) {
    return jobs.stream().filter(this::owns).toList();
  }
}
