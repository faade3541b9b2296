package account;

/** One transaction that was sent for a nonce, once or more often. Not thread-safe. */
final class Attempt {

  final SignedTransaction transaction;
  private Fate fate = Fate.WAITING;
  private boolean answered = true;
  private boolean doubtful;
  private boolean cheap;
  private long sentAt;

  Attempt(SignedTransaction transaction) {
    this.transaction = transaction;
  }

  Fate fate() {
    return fate;
  }

  boolean waits() {
    return fate == Fate.WAITING;
  }

  /** Whether some node may have a copy, so that the refusal of another copy proves nothing. */
  boolean doubtful() {
    return doubtful;
  }

  /** Whether the node asked for more than it offers. */
  boolean cheap() {
    return cheap;
  }

  /** When it was sent last, in nanoseconds. */
  long sentAt() {
    return sentAt;
  }

  void sent(long now) {
    // A copy whose answer is out may arrive after this one.
    doubtful |= !answered;
    answered = false;
    sentAt = now;
  }

  void accepted() {
    answered = true;
    doubtful = true;
  }

  void unanswered() {
    answered = true;
    doubtful = true;
  }

  void refused(Refusal reason) {
    answered = true;
    cheap = reason == Refusal.UNDERPRICED || reason == Refusal.REPLACEMENT_UNDERPRICED;
  }

  /** It was in a block that has left the chain. */
  void cameBack(long now) {
    doubtful = true;
    sentAt = now;
  }

  void ends(Fate end, Tally tally) {
    if (fate != end) {
      tally.moved(this, fate, end);
      fate = end;
    }
  }
}
