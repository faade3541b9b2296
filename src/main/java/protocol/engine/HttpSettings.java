package protocol.engine;

import java.time.Duration;

/**
 * How connections are made and kept.
 *
 * @param connectTimeout above zero
 * @param idleTimeout how long an unused connection is kept: shorter than the target does, so that the target does not close one just as
 *     it is used again
 * @param tls whom to trust when the target speaks TLS
 */
public record HttpSettings(Duration connectTimeout, Duration idleTimeout, Tls tls) {

  /** 5 s to connect, 4 s idle (the shortest keep-alive in wide use is 5 s, Node's), the JDK's own trust. */
  public static HttpSettings defaults() {
    return new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(4), new Tls.Platform());
  }

  /** The same with another trust. */
  public HttpSettings trusting(Tls other) {
    return new HttpSettings(connectTimeout, idleTimeout, other);
  }
}
