package account;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account's nonces on one chain, and what becomes of the transactions that use them.
 *
 * <p>It counts by itself, lets many be in flight, and asks for what is needed to keep going: lost ones to be sent again, stuck
 * ones to offer more, gaps to be filled. It sends nothing itself and never blocks. How it is used:
 *
 * <ol>
 *   <li>{@link #take} a nonce, sign with it, and tell {@link #sending} <em>before</em> the transaction is sent;
 *   <li>tell what the node answered, and what blocks say ({@link #included}, {@link #removed});
 *   <li>now and then ask the node for {@link #hashes} and carry out the {@link #repairs};
 *   <li>at the end {@link #giveUp} what is still open: then no transaction's fate is {@link Fate#WAITING}.
 * </ol>
 *
 * <p>No nonce is given out again unless everything sent with it was certainly refused. Safe to share between threads; the
 * callbacks run on the thread whose call made them possible.
 */
public final class NonceLane {

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<LongConsumer> waiting = new ArrayDeque<>();
  private final Consumer<Ending> endings;
  private final Slots slots;

  /**
   * A lane.
   *
   * @param next the account's next nonce, those in the pool counted
   * @param rules how patient it is
   * @param clock in nanoseconds, as {@link System#nanoTime}
   * @param endings is told what becomes of each transaction, and of corrections
   */
  public NonceLane(long next, LaneRules rules, LongSupplier clock, Consumer<Ending> endings) {
    this.slots = new Slots(next, rules, clock);
    this.endings = endings;
  }

  /** Takes the next nonce, unless as many as the rules allow are in flight or a node's view has to come first. */
  public OptionalLong tryTake() {
    return locked(slots::take);
  }

  /** Takes the next nonce as soon as there is one; those who wait get theirs in turn. */
  public void take(LongConsumer taker) {
    locked(() -> waiting.add(taker));
  }

  /** Gives back a nonce with which nothing was sent. */
  public void release(long nonce) {
    locked(() -> slots.release(nonce));
  }

  /**
   * A transaction is about to be sent, for the first time or again.
   *
   * @return false when it must not be: its nonce was not taken, or has been used or given back meanwhile
   */
  public boolean sending(SignedTransaction transaction) {
    return locked(() -> slots.sending(transaction));
  }

  /** The node has it. */
  public void accepted(String hash) {
    locked(() -> slots.with(hash, (_, attempt) -> attempt.accepted()));
  }

  /** The node answered that it does not take it. */
  public void refused(String hash, Refusal reason) {
    locked(() -> slots.with(hash, (slot, attempt) -> slots.refused(slot, attempt, reason)));
  }

  /** No answer came: the node may have it. */
  public void unanswered(String hash) {
    locked(() -> slots.with(hash, (_, attempt) -> attempt.unanswered()));
  }

  /** It is in a block. What a lane does not know is not its business. */
  public void included(String hash, boolean succeeded) {
    locked(() -> slots.with(hash, (slot, attempt) -> slot.included(attempt, succeeded)));
  }

  /** The block that it was in has left the chain. */
  public void removed(String hash) {
    locked(() -> slots.with(hash, slots::removed));
  }

  /**
   * Blocks with these nonces are final: forgets all below that nobody waits for. Their transactions stay counted.
   *
   * @return the hashes of those that are forgotten
   */
  public Collection<String> settled(long below) {
    return locked(() -> slots.settled(below));
  }

  /** The transactions that a view should tell of: those that wait. */
  public Collection<String> hashes() {
    return locked(slots::hashes);
  }

  /**
   * Compares itself with what a node sees, and says what to do about it, lowest nonces first. The nonces of
   * {@link Repair.Fill} are taken.
   *
   * @param view asked for after the previous call has returned
   */
  public List<Repair> repairs(PoolView view) {
    return locked(() -> slots.repairs(view));
  }

  /** Nobody waits any longer. What is still open ends as expired, replaced or unknown, by a last view when there is one. */
  public void giveUp(@Nullable PoolView view) {
    locked(() -> {
      waiting.clear();
      slots.giveUp(view);
    });
  }

  /** How many nonces are taken and not in a block yet. */
  public int inFlight() {
    return locked(slots::open);
  }

  /** The nonce after the highest that was taken. */
  public long next() {
    return locked(slots::next);
  }

  /** How many transactions ended how; each that was sent counts once, in one of them. */
  public Map<Fate, Long> tally() {
    return locked(slots.tally::counts);
  }

  private void locked(Runnable step) {
    locked(() -> {
      step.run();
      return true;
    });
  }

  private <T> T locked(Supplier<T> step) {
    List<Runnable> calls = new ArrayList<>();
    T result;
    lock.lock();
    try {
      result = step.get();
      for (OptionalLong nonce = nextTurn(); nonce.isPresent(); nonce = nextTurn()) {
        LongConsumer taker = waiting.remove();
        long taken = nonce.getAsLong();
        calls.add(() -> taker.accept(taken));
      }
      slots.tally.news().forEach(ending -> calls.add(() -> endings.accept(ending)));
    } finally {
      lock.unlock();
    }
    calls.forEach(Runnable::run);
    return result;
  }

  private OptionalLong nextTurn() {
    return waiting.isEmpty() ? OptionalLong.empty() : slots.take();
  }
}
