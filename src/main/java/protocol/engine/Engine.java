package protocol.engine;

import history.Recorder;
import history.RunClock;

/**
 * What every protocol of a run shares.
 *
 * @param recorder where the events of the run go
 * @param clock the run's zero; all times that a {@link Turn} is given are nanoseconds since then
 */
public record Engine(Recorder recorder, RunClock clock) {}
