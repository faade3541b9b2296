package protocol.wallet;

import java.util.Locale;

/** How far a channel has come, in order. */
public enum Status {
  /** A wallet does not say, or says something we do not know. */
  UNKNOWN,
  /** Signed by its creator. */
  PROPOSED,
  /** Signed by all; nothing is funded. */
  PREFUNDED,
  /** Our own deposit is in a block. */
  DEPOSITED,
  /** The channel holds its total. */
  FUNDED,
  /** All agree that it is funded. */
  RUNNING,
  /** A challenge is open. */
  CHALLENGED,
  /** Its end was asked for. */
  CLOSING,
  /** Signed as final by all. */
  FINALIZED,
  /** Final, and the money is back. */
  CLOSED;

  static Status of(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return UNKNOWN;
    }
  }

  /** The name on the wire. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
