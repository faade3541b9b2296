package rig.wallet.channel;

/** What has happened to a channel beside its states; nothing of it is ever undone but {@link #CHALLENGED}. */
public enum Mark {
  /** We take part. */
  JOINED,
  /** Our own deposit is in a block. */
  DEPOSITED,
  /** The channel holds its total. */
  FUNDED,
  /** A participant asked for the end. */
  CLOSING,
  /** The chain will end the channel unless a later state is shown. */
  CHALLENGED,
  /** The money is back, or none will ever come. */
  SETTLED
}
