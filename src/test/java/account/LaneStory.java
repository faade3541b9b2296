package account;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** A random life of a lane before a nasty node; its answers and events arrive late and in any order. */
final class LaneStory {

  static final int IN_FLIGHT = 8;
  private static final Account SENDER = Account.of("5e".repeat(32));
  private static final LaneRules RULES = new LaneRules(IN_FLIGHT, Duration.ofSeconds(2), Duration.ofSeconds(10), 20);
  private static final int EVENTS = 300;
  private static final int ROUNDS = 400;

  final Random random;
  final boolean shared;
  final ModelNode node;
  final NonceLane lane;
  /** What each transaction's fate was said to be last. */
  final Map<String, Fate> told = new HashMap<>();
  /** All that were handed over, with the payment that each stands for; 0 fills a gap. */
  final Map<String, Long> submitted = new HashMap<>();
  final Map<Long, List<SignedTransaction>> byNonce = new HashMap<>();
  int mostInFlight;
  private final List<Runnable> late = new ArrayList<>();
  private long payments;
  private long now;
  private boolean healthy;
  private Optional<PoolView> view = Optional.empty();

  /** A story with or without a stranger who uses the same account. */
  LaneStory(long seed, boolean shared) {
    this.random = new Random(seed);
    this.shared = shared;
    this.node = new ModelNode(random);
    this.lane = new NonceLane(0, RULES, () -> now, ending -> told.put(ending.transaction().hash(), ending.fate()));
  }

  /** Lives through it, then lets the node recover until nothing is open any more. */
  void run() {
    for (int i = 0; i < EVENTS; i++) {
      step();
    }
    healthy = true;
    node.lowestFee = BigInteger.ZERO;
    for (int i = 0; i < ROUNDS && (lane.inFlight() > 0 || !late.isEmpty() || !node.pool.isEmpty()); i++) {
      now += Duration.ofSeconds(3).toNanos();
      arrive(late.size());
      lane.repairs(node.view(lane.hashes())).forEach(this::repair);
      arrive(late.size());
      events(node.mine(5));
    }
    lane.repairs(node.view(lane.hashes())).forEach(this::repair);
    lane.repairs(node.view(lane.hashes())).forEach(this::repair);
    lane.giveUp(node.view(lane.hashes()));
  }

  private void step() {
    now += Duration.ofMillis(random.nextInt(800)).toNanos();
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> pay();
      case 7, 8, 9, 10 -> arrive(1 + random.nextInt(4));
      case 11, 12, 13 -> events(node.mine(random.nextInt(4)));
      case 14 -> node.drop();
      case 15 -> rarely(4, node::restart);
      case 16 -> rarely(3, () -> node.reorganise().forEach(undone -> later(() -> lane.removed(undone.hash()))));
      case 17 -> rarely(3, () -> node.lowestFee = BigInteger.valueOf(random.nextInt(200)));
      case 18 -> rarely(4, this::stranger);
      default -> look();
    }
  }

  /** A view may be old by the time it is told. */
  private void look() {
    view.ifPresent(seen -> lane.repairs(seen).forEach(this::repair));
    view = view.isPresent() ? Optional.empty() : Optional.of(node.view(lane.hashes()));
  }

  private void pay() {
    OptionalLong nonce = lane.tryTake();
    mostInFlight = Math.max(mostInFlight, nonce.isPresent() ? lane.inFlight() : 0);
    if (nonce.isPresent() && random.nextInt(15) == 0) {
      lane.release(nonce.getAsLong());
    } else if (nonce.isPresent()) {
      send(signed(nonce.getAsLong(), ++payments, 100), payments);
    }
  }

  private void repair(Repair repair) {
    switch (repair) {
      case Repair.Resend(SignedTransaction lost) -> send(lost, submitted.get(lost.hash()));
      case Repair.Raise(SignedTransaction stuck) ->
        send(stuck.transaction().raised(12).signedBy(SENDER), submitted.get(stuck.hash()));
      case Repair.Fill(long nonce) -> send(signed(nonce, 0, 100), 0);
      case Repair.LookUp(SignedTransaction found) -> node.chain.stream()
          .filter(mined -> mined.hash().equals(found.hash()))
          .findFirst()
          .ifPresent(mined -> lane.included(mined.hash(), mined.succeeded()));
    }
  }

  private void send(SignedTransaction transaction, long payment) {
    if (!lane.sending(transaction)) {
      return;
    }
    if (submitted.put(transaction.hash(), payment) == null) {
      byNonce.computeIfAbsent(transaction.transaction().nonce(), _ -> new ArrayList<>()).add(transaction);
    }
    boolean lost = !healthy && random.nextInt(12) == 0;
    if (lost) {
      later(() -> lane.unanswered(transaction.hash()));
    } else {
      later(() -> deliver(transaction));
    }
  }

  /** The request arrives, and its answer starts on its way, when that does not get lost. */
  private void deliver(SignedTransaction transaction) {
    Optional<Refusal> refusal = node.receive(transaction, healthy ? 0 : 8);
    if (!healthy && random.nextInt(12) == 0) {
      later(() -> lane.unanswered(transaction.hash()));
    } else {
      later(() -> refusal.ifPresentOrElse(reason -> lane.refused(transaction.hash(), reason),
          () -> lane.accepted(transaction.hash())));
    }
  }

  /** Some events get lost: then only a view tells. */
  private void events(List<ModelNode.Mined> block) {
    block.stream().filter(_ -> random.nextInt(6) > 0).forEach(mined -> later(() -> {
      if (node.chain.contains(mined)) {
        lane.included(mined.hash(), mined.succeeded());
      }
    }));
  }

  private void stranger() {
    if (shared) {
      node.stranger(signed(node.pending(), 1_000_000 + random.nextInt(1_000_000), 150));
    }
  }

  private void later(Runnable event) {
    late.add(event);
  }

  private void arrive(int most) {
    for (int i = 0; i < most && !late.isEmpty(); i++) {
      late.remove(random.nextInt(late.size())).run();
    }
  }

  private void rarely(int oneIn, Runnable event) {
    if (random.nextInt(oneIn) == 0) {
      event.run();
    }
  }

  private static SignedTransaction signed(long nonce, long payment, long fee) {
    return Transaction
        .of(1, nonce, Call.transfer(SENDER.address(), BigInteger.valueOf(payment)), Fees.flat(BigInteger.valueOf(fee)))
        .signedBy(SENDER);
  }
}
