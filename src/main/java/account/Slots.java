package account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The books of a lane: its nonces from the oldest that is not settled to the next one. Not thread-safe. */
final class Slots {

  private final LaneRules rules;
  private final LongSupplier clock;
  final Tally tally = new Tally();
  private final SlotsByNonce slots = new SlotsByNonce(tally);
  /** Below {@link #next}, and used by nobody. */
  private final NavigableSet<Long> free = new TreeSet<>();
  private final Map<String, Sent> byHash = new HashMap<>();
  private long next;
  private long floor;
  private int open;
  /** Somebody else uses the account too: only the node knows which nonce comes next. */
  private boolean astray;

  private record Sent(Slot slot, Attempt attempt) {}

  Slots(long next, LaneRules rules, LongSupplier clock) {
    this.next = next;
    this.rules = rules;
    this.clock = clock;
  }

  OptionalLong take() {
    if (astray || open >= rules.inFlight()) {
      return OptionalLong.empty();
    }
    Long lowest = free.pollFirst();
    long nonce = lowest == null ? next++ : lowest;
    hold(nonce);
    return OptionalLong.of(nonce);
  }

  private void hold(long nonce) {
    Slot slot = slots.getOrMake(nonce);
    change(slot, slot::hold);
  }

  void release(long nonce) {
    Slot slot = slots.get(nonce);
    if (slot != null && slot.held()) {
      change(slot, () -> giveBack(slot));
    }
  }

  private void giveBack(Slot slot) {
    slot.free(clock.getAsLong());
    free.add(slot.nonce);
    // At the upper end there is no gap: those who come count from there again.
    while (!free.isEmpty() && free.last() == next - 1) {
      next = free.pollLast();
    }
  }

  boolean sending(SignedTransaction transaction) {
    Slot slot = slots.get(transaction.transaction().nonce());
    if (slot == null || !slot.open()) {
      return false;
    }
    Sent sent = byHash.computeIfAbsent(transaction.hash(), _ -> new Sent(slot, slot.begin(transaction)));
    change(slot, () -> slot.sent(sent.attempt, clock.getAsLong()));
    return true;
  }

  /** Does something with a transaction and its nonce, when it is one of ours. */
  void with(String hash, BiConsumer<Slot, Attempt> step) {
    Sent sent = byHash.get(hash);
    if (sent != null) {
      change(sent.slot, () -> step.accept(sent.slot, sent.attempt));
    }
  }

  void refused(Slot slot, Attempt attempt, Refusal reason) {
    if (reason == Refusal.ALREADY_KNOWN) {
      attempt.accepted();
      return;
    }
    switch (slot.refused(attempt, reason)) {
      case FREE -> giveBack(slot);
      case TAKEN -> astray = true;
      case NONE -> {
      }
    }
  }

  void removed(Slot slot, Attempt attempt) {
    slot.removed(attempt, clock.getAsLong());
  }

  /** Forgets what is settled; the hashes of what is forgotten. */
  Collection<String> settled(long below) {
    floor = Math.max(floor, below);
    List<String> forgotten = new ArrayList<>();
    for (Slot slot : slots.forget(below)) {
      free.remove(slot.nonce);
      slot.attempts().forEach(attempt -> forgotten.add(attempt.transaction.hash()));
    }
    forgotten.forEach(byHash::remove);
    return forgotten;
  }

  Collection<String> hashes() {
    return slots.inOrder()
        .stream()
        .filter(Slot::open)
        .flatMap(slot -> slot.attempts().stream())
        .filter(Attempt::waits)
        .map(attempt -> attempt.transaction.hash())
        .toList();
  }

  List<Repair> repairs(PoolView view) {
    catchUp(view);
    long now = clock.getAsLong();
    List<Repair> repairs = new ArrayList<>();
    for (Slot slot : slots.inOrder()) {
      if (free.contains(slot.nonce)) {
        gap(slot, now).ifPresent(repairs::add);
      } else {
        change(slot, () -> slot.examine(view, now, rules).ifPresent(repairs::add));
      }
    }
    return repairs;
  }

  /** Takes over what the node counts and we do not: transactions of others, or of an earlier run. */
  private void catchUp(PoolView view) {
    astray = false;
    next = Math.max(next, Math.max(view.mined(), view.pending()));
    free.headSet(view.mined(), false).clear();
    long missing = Math.max(floor, Math.max(view.mined(), view.pending()));
    // From here on the node waits; what nothing of ours is on the way for can be given out again.
    while (next > missing && unused(next - 1)) {
      next--;
      free.remove(next);
    }
    if (missing < next && unused(missing) && !free.contains(missing)) {
      giveBack(slots.getOrMake(missing));
    }
  }

  private boolean unused(long nonce) {
    Slot slot = slots.get(nonce);
    return slot == null || slot.unused();
  }

  private Optional<Repair> gap(Slot slot, long now) {
    if (!slots.isWaitedForAbove(slot.nonce) || now - slot.freeSince() < rules.answer().toNanos()) {
      return Optional.empty();
    }
    free.remove(slot.nonce);
    hold(slot.nonce);
    return Optional.of(new Repair.Fill(slot.nonce));
  }

  void giveUp(@Nullable PoolView view) {
    for (Slot slot : slots.inOrder()) {
      change(slot, () -> slot.giveUp(Optional.ofNullable(view)));
    }
  }

  int open() {
    return open;
  }

  long next() {
    return next;
  }

  private void change(Slot slot, Runnable step) {
    boolean before = slot.open();
    step.run();
    open += Boolean.compare(slot.open(), before);
  }
}
