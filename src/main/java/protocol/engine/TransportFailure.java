package protocol.engine;

import history.Outcome;

/**
 * Why no answer came.
 *
 * @param kind what is certain
 * @param message for people
 * @param started {@link System#nanoTime} when the request was handed over
 * @param ended {@link System#nanoTime} when it was given up
 */
public record TransportFailure(Kind kind, String message, long started, long ended) {

  /** What is certain about a request that got no answer. */
  public enum Kind {
    /** Not a byte of it was sent: it certainly did not happen. */
    CONNECT,
    /** It was sent, and nothing came back in time: it may have happened. */
    TIMEOUT,
    /** It was sent, and the connection broke: it may have happened. */
    CLOSED
  }

  /** The outcome of an operation whose only request ended so: refused when it was not sent, unknown otherwise. */
  public Outcome outcome() {
    return switch (kind) {
      case CONNECT -> new Outcome.Refused("connect", message);
      case TIMEOUT -> new Outcome.Unknown("timeout", message);
      case CLOSED -> new Outcome.Unknown("closed", message);
    };
  }
}
