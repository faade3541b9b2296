package fault;

import java.time.Duration;

/**
 * How long a fault is waited for.
 *
 * @param begin until it has begun
 * @param attempt until one attempt to heal it, or one look whether it has recovered, has ended
 * @param heal until it is healed; attempts that fail are repeated for so long
 * @param recovery until it has recovered, from when it was healed
 * @param look between two looks whether it has recovered
 */
public record Patience(Duration begin, Duration attempt, Duration heal, Duration recovery, Duration look) {

  /** For servers that stop and start within a minute. */
  public static Patience standard() {
    return new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(120),
        Duration.ofSeconds(120), Duration.ofMillis(200));
  }
}
