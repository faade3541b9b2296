package account;

/** What a lane asks to be done about its transactions. */
public sealed interface Repair {

  /** Send the same bytes again: the answer is missing, or the node has lost it. Tell the lane before, as with the first time. */
  record Resend(SignedTransaction transaction) implements Repair {}

  /** It has waited long at the head of the lane: send another one with its nonce that offers more. */
  record Raise(SignedTransaction transaction) implements Repair {}

  /** Others wait behind this nonce, which nobody uses: send anything with it, or release it. */
  record Fill(long nonce) implements Repair {}

  /** It is in a block and nobody has said how it went: ask for its receipt, and tell. */
  record LookUp(SignedTransaction transaction) implements Repair {}
}
