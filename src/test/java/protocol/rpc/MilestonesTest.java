package protocol.rpc;

import history.RunClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When a transaction was free to be sent: what the injector itself was late by must not look like waiting. */
final class MilestonesTest {

  private static final long PLANNED = 1_000;
  private static final long BEGAN = 1_500;

  private final RunClock clock = RunClock.startingNow();
  private final Milestones milestones = new Milestones(clock, BEGAN);

  /** A reading of {@link System#nanoTime} so many nanoseconds after zero. */
  private long reading(long nanos) {
    return nanos - clock.at(0);
  }

  @Test
  void beingLateIsNotWaiting() {
    milestones.signing(reading(BEGAN));
    assertThat(milestones.released(PLANNED)).isEqualTo(PLANNED);
  }

  @Test
  void waitingForANonceIsNotBeingLate() {
    milestones.signing(reading(BEGAN + 30_000));
    assertThat(milestones.released(PLANNED)).isEqualTo(PLANNED + 30_000);
  }

  @Test
  void whatWasNeverSignedIsAsPlanned() {
    assertThat(milestones.released(PLANNED)).isEqualTo(PLANNED);
  }
}
