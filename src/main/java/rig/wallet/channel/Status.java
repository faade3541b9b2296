package rig.wallet.channel;

import java.util.Locale;

/** How far a channel has come, in order. */
public enum Status {
  /** Its creator has signed the first state. */
  PROPOSED,
  /** All have signed a prefund state. */
  PREFUNDED,
  /** Our own deposit is in a block. */
  DEPOSITED,
  /** The channel holds its total. */
  FUNDED,
  /** All have signed a postfund state. */
  RUNNING,
  /** A challenge is open on chain. */
  CHALLENGED,
  /** Its end was asked for. */
  CLOSING,
  /** All have signed a final state. */
  FINALIZED,
  /** Final, and the money is back; or the ledger channel that was to lend it has ended. */
  CLOSED;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
