package protocol.checkout;

import java.time.Duration;

/**
 * How the final state is read.
 *
 * @param quiet between the beginnings of two rounds: two that agree are at least so far apart. A target whose reads are staler than
 *     that may look settled before it is
 * @param patience until when a new round may begin; what is not settled by then is read once, and the judges know
 * @param atOnce how many reads are under way at a time
 * @param sample how many entities tell for the others whether all is settled; with fewer than twice as many all are read each time
 */
public record Settling(Duration quiet, Duration patience, int atOnce, int sample) {

  /** 2.5 s apart, a minute in all, 64 at a time, a sample of 2,000. */
  public static final Settling DEFAULT = new Settling(Duration.ofMillis(2_500), Duration.ofMinutes(1), 64, 2_000);

  /** The same with another time between two rounds. */
  public Settling quiet(Duration other) {
    return new Settling(other, patience, atOnce, sample);
  }

  /** The same with another patience. */
  public Settling patience(Duration other) {
    return new Settling(quiet, other, atOnce, sample);
  }

  /** The same with so many reads under way at a time. */
  public Settling atOnce(int other) {
    return new Settling(quiet, patience, other, sample);
  }

  /** The same with another sample. */
  public Settling sample(int other) {
    return new Settling(quiet, patience, atOnce, other);
  }
}
