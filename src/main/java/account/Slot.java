package account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One nonce and what was sent for it. Not thread-safe. */
final class Slot {

  /** One view alone may have been taken before what we know already; the next one was not. */
  private static final int CERTAIN = 2;

  /** What a refusal means for the nonce. */
  enum Consequence {
    /** Another copy or another transaction for it may still get in. */
    NONE,
    /** Nothing was sent for it that could get in: it can be given out again. */
    FREE,
    /** A transaction that is not ours has it. */
    TAKEN
  }

  final long nonce;
  private final Tally tally;
  private final List<Attempt> attempts = new ArrayList<>(1);
  private @Nullable Attempt mined;
  private boolean held;
  private boolean strangers;
  private int contradictions;
  private long freeSince;

  Slot(long nonce, Tally tally) {
    this.nonce = nonce;
    this.tally = tally;
  }

  /** Whether something is still to come of it. */
  boolean open() {
    return held || waits();
  }

  boolean held() {
    return held;
  }

  /** Whether it can be given out again: everything sent with it was certainly refused. */
  boolean unused() {
    return !held && attempts.stream().allMatch(attempt -> attempt.fate() == Fate.REJECTED);
  }

  private boolean waits() {
    // Nearly always there is one: this is asked several times for each transaction.
    return attempts.size() == 1 ? attempts.getFirst().waits() : attempts.stream().anyMatch(Attempt::waits);
  }

  List<Attempt> attempts() {
    return attempts;
  }

  void hold() {
    held = true;
    strangers = false;
  }

  /** Nobody holds it any more. */
  void free(long now) {
    held = false;
    freeSince = now;
  }

  long freeSince() {
    return freeSince;
  }

  /** A transaction for it that was not sent before. */
  Attempt begin(SignedTransaction transaction) {
    var attempt = new Attempt(transaction);
    attempts.add(attempt);
    tally.began();
    return attempt;
  }

  void sent(Attempt attempt, long now) {
    held = false;
    attempt.ends(Fate.WAITING, tally);
    attempt.sent(now);
  }

  Consequence refused(Attempt attempt, Refusal reason) {
    attempt.refused(reason);
    // A node that does not keep it for later gets it again when its time comes.
    if (!attempt.waits() || attempt.doubtful() || reason == Refusal.NONCE_TOO_HIGH) {
      return Consequence.NONE;
    }
    attempt.ends(Fate.REJECTED, tally);
    if (open() || mined != null) {
      return Consequence.NONE;
    }
    strangers = reason == Refusal.NONCE_TOO_LOW || reason == Refusal.REPLACEMENT_UNDERPRICED;
    return strangers ? Consequence.TAKEN : Consequence.FREE;
  }

  void included(Attempt attempt, boolean succeeded) {
    mined = attempt;
    contradictions = 0;
    attempt.ends(succeeded ? Fate.INCLUDED : Fate.REVERTED, tally);
    for (Attempt other : attempts) {
      if (other != attempt && other.fate() != Fate.REJECTED) {
        other.ends(Fate.REPLACED, tally);
      }
    }
  }

  /** The block has left the chain; each of them may be in the next one. */
  void removed(Attempt attempt, long now) {
    if (attempt == mined) {
      reopen(now);
    }
  }

  private void reopen(long now) {
    mined = null;
    strangers = false;
    contradictions = 0;
    for (Attempt attempt : attempts) {
      if (attempt.fate() != Fate.REJECTED) {
        attempt.cameBack(now);
        attempt.ends(Fate.WAITING, tally);
      }
    }
  }

  /** Compares it with what a node sees. */
  Optional<Repair> examine(PoolView view, long now, LaneRules rules) {
    // What the view saw in a block after it counted is gone, too.
    Optional<Repair> lookUp = inBlock(view);
    boolean consumed = view.mined() > nonce || lookUp.isPresent();
    if (mined != null || (strangers && !waits())) {
      contradictions = consumed ? 0 : contradictions + 1;
      if (contradictions >= CERTAIN) {
        reopen(now);
      }
      return Optional.empty();
    }
    if (!waits()) {
      return Optional.empty();
    }
    // Between a block and its own pool a node may tell of one before it tells of the other.
    boolean pooled = attempts.stream().anyMatch(attempt -> view.pooled().contains(attempt.transaction.hash()));
    contradictions = consumed && lookUp.isEmpty() && !pooled ? contradictions + 1 : 0;
    if (contradictions >= CERTAIN) {
      contradictions = 0;
      strangers = true;
      attempts.stream().filter(Attempt::waits).forEach(attempt -> attempt.ends(Fate.REPLACED, tally));
    }
    return consumed ? lookUp : pending(view, now, rules);
  }

  private Optional<Repair> inBlock(PoolView view) {
    return attempts.stream()
        .map(attempt -> attempt.transaction)
        .filter(transaction -> view.inBlocks().contains(transaction.hash()))
        .<Repair>map(Repair.LookUp::new)
        .findFirst();
  }

  private Optional<Repair> pending(PoolView view, long now, LaneRules rules) {
    long latest = attempts.stream().mapToLong(Attempt::sentAt).max().orElse(now);
    Attempt last = attempts.reversed().stream().filter(Attempt::waits).findFirst().orElseThrow();
    boolean known = attempts.stream().anyMatch(attempt -> view.knows(attempt.transaction.hash()));
    boolean raisable = view.mined() == nonce && attempts.size() <= rules.raises();
    if (raisable && ((last.cheap() && !known) || now - latest >= rules.stuck().toNanos())) {
      return Optional.of(new Repair.Raise(attempts.getLast().transaction));
    }
    return !known && now - latest >= rules.answer().toNanos() ? Optional.of(new Repair.Resend(last.transaction))
        : Optional.empty();
  }

  /** Nobody waits any longer for what is in no block. */
  void giveUp(Optional<PoolView> view) {
    held = false;
    for (Attempt attempt : attempts) {
      if (attempt.waits()) {
        attempt.ends(view.map(seen -> end(attempt, seen)).orElse(Fate.UNKNOWN), tally);
      }
    }
  }

  private Fate end(Attempt attempt, PoolView view) {
    if (view.knows(attempt.transaction.hash())) {
      return Fate.UNKNOWN;
    }
    return view.mined() > nonce ? Fate.REPLACED : Fate.EXPIRED;
  }
}
