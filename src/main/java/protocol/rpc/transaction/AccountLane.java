package protocol.rpc.transaction;

import account.Account;
import account.Ending;
import account.LaneRules;
import account.NonceLane;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import protocol.rpc.chain.Inclusion;

/** One account's nonces, what is under way with them, and whether somebody should look after them. Safe from any thread. */
final class AccountLane {

  private final Account account;
  private final LaneRules rules;
  private final NonceLane nonces;
  private final Map<String, Submission> byHash = new ConcurrentHashMap<>();
  private final Queue<Mined> mined = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long progressAt = System.nanoTime();
  private volatile boolean urgent;

  private record Mined(long block, long nonce) {}

  AccountLane(Account account, long next, LaneRules rules) {
    this.account = account;
    this.rules = rules;
    this.nonces = new NonceLane(next, rules, System::nanoTime, this::ended);
  }

  Account account() {
    return account;
  }

  NonceLane nonces() {
    return nonces;
  }

  /** From now on, what is told of this transaction is told to that submission. */
  void enter(String hash, Submission submission) {
    if (nonces.inFlight() <= 1) {
      progressAt = System.nanoTime(); // it was idle until now
    }
    byHash.put(hash, submission);
  }

  /** It was not sent after all. */
  void leave(String hash) {
    byHash.remove(hash);
  }

  @Nullable
  Submission submission(String hash) {
    return byHash.get(hash);
  }

  /** Somebody else uses the account: it goes on only when somebody has looked. */
  void isAstray() {
    urgent = true;
  }

  void included(Inclusion inclusion, long nonce) {
    progressAt = System.nanoTime();
    mined.add(new Mined(inclusion.block().number(), nonce));
    nonces.included(inclusion.receipt().transaction(), inclusion.receipt().success());
  }

  /** Whether the node should be asked how it sees the account; then nobody else is told so until {@link #looked}. */
  boolean needsLook(long now, boolean anyway) {
    boolean open = nonces.inFlight() > 0;
    boolean stalled = open && now - progressAt > rules.answer().toNanos();
    return (urgent || stalled || open && anyway) && looking.compareAndSet(false, true);
  }

  void looked() {
    urgent = false;
    looking.set(false);
  }

  /** Blocks up to this height are settled: what stands there, and what can no longer stand anywhere, is forgotten. */
  Collection<String> settled(long block) {
    long below = -1;
    for (Mined next = mined.peek(); next != null && next.block() <= block; next = mined.peek()) {
      mined.remove();
      below = Math.max(below, next.nonce());
    }
    if (below < 0) {
      return List.of();
    }
    Collection<String> forgotten = nonces.settled(below + 1);
    forgotten.forEach(byHash::remove);
    return forgotten;
  }

  private void ended(Ending ending) {
    Submission submission = byHash.get(ending.transaction().hash());
    if (submission != null) {
      submission.onFate(ending.transaction().hash(), ending.fate());
    }
  }
}
