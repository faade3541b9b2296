package rig.wallet.channel;

/** What a channel is for. */
public enum Kind {
  /** Its participants move money among themselves, taking turns. */
  APP,
  /** It lends money to app channels; its first participant proposes, all others agree. */
  LEDGER
}
