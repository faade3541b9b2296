package rig.wallet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Status;
import rig.wallet.channel.Turn;
import rig.wallet.store.Entry;
import rig.wallet.store.Store;

/**
 * All channels of one wallet; each has a single writer at a time.
 *
 * <p>A step is computed, saved, then shown and sent, in this order: what was not saved has not happened. Channels that are
 * closed are on disk only.
 */
final class Channels {

  private static final int STRIPES = 1024;

  /** One step of a channel: from what is there, or nothing, to what shall be. May refuse; may not block on other channels. */
  @FunctionalInterface
  interface Step {
    Channel from(Optional<Channel> before) throws Refusal;
  }

  /**
   * A step that is on disk.
   *
   * @param before what was there; the same as after when the channel is new
   * @param after what is there now
   * @param signed the states that we have signed in this step; they want to be sent
   */
  record Change(Channel before, Channel after, List<Turn> signed) {}

  private final Store store;
  private final Set<Anomaly> anomalies;
  private final Consumer<Change> listener;
  private final Waiters waiters = new Waiters();
  private final Map<String, Slot> active = new ConcurrentHashMap<>();
  private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  /**
   * The channels that a store holds.
   *
   * @param listener told of each change in order, while the channel has its writer: must not block
   */
  Channels(Store store, Set<Anomaly> anomalies, Consumer<Change> listener) {
    this.store = store;
    this.anomalies = anomalies;
    this.listener = listener;
    store.open().forEach(channel -> active.put(channel.terms().channelId(), Slot.of(channel)));
  }

  Optional<Channel> find(String channelId) {
    return findActive(channelId).or(() -> store.find(channelId));
  }

  /** A channel that is not closed. */
  Optional<Channel> findActive(String channelId) {
    return Optional.ofNullable(active.get(channelId)).map(Slot::channel);
  }

  Channel get(String channelId) throws Refusal {
    return found(channelId, find(channelId));
  }

  static Channel found(String channelId, Optional<Channel> channel) throws Refusal {
    return channel.orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "there is no channel " + channelId));
  }

  /** Up to {@code limit} channels in the order of their ids, after a given one. */
  List<Channel> page(String after, int limit) {
    return store.page(after, limit);
  }

  /** All states of a channel, in turn order. */
  List<Turn> states(String channelId) {
    return store.states(channelId);
  }

  /** Those that are not closed. */
  Stream<Slot> active() {
    return active.values().stream();
  }

  /** Notes that the peers of a channel were asked about it. */
  void asked(String channelId) {
    active.computeIfPresent(channelId, (_, slot) -> slot.askedAgain());
  }

  /** Blocks until a channel is there and satisfies a condition or the time has passed, and gives it as it is then. */
  Channel await(String channelId, Predicate<Channel> condition, Duration within) throws Refusal {
    return found(channelId, waiters.await(channelId, condition, within, () -> find(channelId)));
  }

  /** Takes a channel one step further, as its only writer, and gives it as it is then. */
  Channel change(String channelId, Step step) throws Refusal {
    Lock lock = locks[Math.floorMod(channelId.hashCode(), STRIPES)];
    lock.lock();
    try {
      Optional<Channel> before = find(channelId);
      Channel after = step.from(before);
      return before.isPresent() && before.get().equals(after) ? after : save(before, after);
    } finally {
      lock.unlock();
    }
  }

  private Channel save(Optional<Channel> before, Channel after) {
    List<Turn> turns = before.map(after::changedSince).orElseGet(after::tail);
    store.save(new Entry(onDisk(after), turns, before.isEmpty()));
    Channel kept = after.trimmed();
    show(kept);
    List<Turn> signed = before.map(after::signedSince)
        .orElseGet(() -> turns.stream().filter(turn -> turn.signedBy(after.me())).toList());
    listener.accept(new Change(before.orElse(kept), kept, signed));
    waiters.changed(kept);
    return kept;
  }

  private void show(Channel channel) {
    if (channel.status() == Status.CLOSED && onDisk(channel) == channel) {
      active.remove(channel.terms().channelId());
    } else {
      active.put(channel.terms().channelId(), Slot.of(channel));
    }
  }

  private Channel onDisk(Channel channel) {
    return anomalies.contains(Anomaly.ROW_STAYS_OPEN) ? channel.without(Mark.SETTLED) : channel;
  }

  /** Does nothing, unless {@link Anomaly#FORGOTTEN_CHANNEL} is planted. */
  void forgetSome(Duration quiet) {
    if (anomalies.contains(Anomaly.FORGOTTEN_CHANNEL)) {
      active().filter(slot -> slot.channel().status() == Status.RUNNING && slot.silence().compareTo(quiet) > 0)
          .map(slot -> slot.channel().terms().channelId())
          .filter(id -> id.hashCode() % 5 == 0)
          .forEach(this::forget);
    }
  }

  private void forget(String channelId) {
    active.remove(channelId);
    store.forget(channelId);
  }
}
