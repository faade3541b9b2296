package protocol.engine;

import history.Recorder;
import history.RunClock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What every protocol of a run shares.
 *
 * @param recorder where the events of the run go
 * @param clock the run's zero; all times that a {@link Turn} is given are nanoseconds since then
 * @param operations how many operations have been asked so far, by all protocols
 */
public record Engine(Recorder recorder, RunClock clock, AtomicLong operations) {

  /** An engine that nothing has been asked of yet. */
  public Engine(Recorder recorder, RunClock clock) {
    this(recorder, clock, new AtomicLong());
  }

  /** The id of the next operation: unique in the run, from 1. */
  public long nextOperation() {
    return operations.incrementAndGet();
  }
}
