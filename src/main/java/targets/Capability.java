package targets;

/** What a target can be asked for beyond the load itself; a simulation that needs one it lacks says so in preflight. */
public enum Capability {
  /** Channels can be funded by deposits on a chain. */
  DIRECT_FUNDING,
  /** Channels can be funded by a ledger channel. */
  LEDGER_FUNDING,
  /** The channels of each wallet can be listed and read with their states, for the audit. */
  STATE_LOG,
  /** Each wallet's database can be read, for the audit. */
  DATABASE,
  /** Its chain can be told to replace its latest blocks by others ({@code anvil_reorg}). */
  REORGANISATION
}
