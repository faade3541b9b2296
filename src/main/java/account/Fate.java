package account;

/** What became of a transaction that was handed to a node. */
public enum Fate {
  /** Nothing yet; only while its lane is in use. */
  WAITING,
  /** It is in a block and did what it should. */
  INCLUDED,
  /** It is in a block and was undone; it has paid its fee. */
  REVERTED,
  /** The node did not take it, and nobody else has it: it has not happened and never will. */
  REJECTED,
  /** Another transaction with its nonce is in a block: it never will be. */
  REPLACED,
  /** Its nonce is unused and no node we know has it; we gave it up. Whoever kept a copy could still bring it back. */
  EXPIRED,
  /** It was still waiting, or no node told, when we gave it up. */
  UNKNOWN
}
