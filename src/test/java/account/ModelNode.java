package account;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A chain with one node and one account, as nasty as asked for. */
final class ModelNode {

  /** What went into a block. */
  record Mined(String hash, SignedTransaction transaction, boolean succeeded) {}

  private final Random random;
  final List<Mined> chain = new ArrayList<>();
  final Map<Long, SignedTransaction> pool = new HashMap<>();
  private final Deque<Integer> blocks = new ArrayDeque<>();
  /** What the account has in blocks that its lane never sent. */
  final Set<String> strangers = new HashSet<>();
  BigInteger lowestFee = BigInteger.ZERO;

  ModelNode(Random random) {
    this.random = random;
  }

  long mined() {
    return chain.size();
  }

  long pending() {
    long nonce = mined();
    while (pool.containsKey(nonce)) {
      nonce++;
    }
    return nonce;
  }

  /** Takes a transaction as nodes do; empty when it has it now. */
  Optional<Refusal> receive(SignedTransaction transaction, int trouble) {
    long nonce = transaction.transaction().nonce();
    if (nonce < mined()) {
      return Optional.of(Refusal.NONCE_TOO_LOW);
    }
    SignedTransaction before = pool.get(nonce);
    if (before != null && before.hash().equals(transaction.hash())) {
      return Optional.of(Refusal.ALREADY_KNOWN);
    }
    if (random.nextInt(100) < trouble) {
      return Optional.of(List.of(Refusal.POOL_FULL, Refusal.INSUFFICIENT_FUNDS, Refusal.UNDERPRICED, Refusal.OTHER)
          .get(random.nextInt(4)));
    }
    if (before != null && fee(transaction).compareTo(Fees.raised(fee(before), 10)) < 0) {
      return Optional.of(Refusal.REPLACEMENT_UNDERPRICED);
    }
    pool.put(nonce, transaction);
    return Optional.empty();
  }

  /** Makes a block; gives what is in it. */
  List<Mined> mine(int most) {
    int before = chain.size();
    while (chain.size() < before + most && pool.containsKey(mined())
        && fee(pool.get(mined())).compareTo(lowestFee) >= 0) {
      SignedTransaction transaction = pool.remove(mined());
      chain.add(new Mined(transaction.hash(), transaction, random.nextInt(10) > 0));
    }
    blocks.push(chain.size() - before);
    return List.copyOf(chain.subList(before, chain.size()));
  }

  /** Undoes the last block; some of what was in it goes back into the pool. Gives what was in it, the latest first. */
  List<Mined> reorganise() {
    List<Mined> undone = new ArrayList<>();
    for (int i = blocks.isEmpty() ? 0 : blocks.pop(); i > 0; i--) {
      Mined last = chain.removeLast();
      undone.add(last);
      if (random.nextBoolean()) {
        pool.put(last.transaction().transaction().nonce(), last.transaction());
      }
    }
    return undone;
  }

  void drop() {
    if (!pool.isEmpty()) {
      List<Long> nonces = List.copyOf(pool.keySet());
      pool.remove(nonces.get(random.nextInt(nonces.size())));
    }
  }

  void restart() {
    pool.clear();
  }

  /** Somebody else uses the account, with the nonce that this node would propose. */
  void stranger(SignedTransaction transaction) {
    strangers.add(transaction.hash());
    pool.put(transaction.transaction().nonce(), transaction);
  }

  PoolView view(Collection<String> hashes) {
    Map<String, Boolean> known = new LinkedHashMap<>();
    pool.values().forEach(transaction -> known.put(transaction.hash(), false));
    chain.forEach(mined -> known.put(mined.hash(), true));
    known.keySet().retainAll(hashes);
    Set<String> pooled = new HashSet<>();
    Set<String> inBlocks = new HashSet<>();
    known.forEach((hash, inBlock) -> (inBlock ? inBlocks : pooled).add(hash));
    return new PoolView(mined(), pending(), pooled, inBlocks);
  }

  private static BigInteger fee(SignedTransaction transaction) {
    return transaction.transaction().fees().max();
  }
}
