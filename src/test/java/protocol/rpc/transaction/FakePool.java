package protocol.rpc.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import protocol.rpc.chain.FakeChain;
import protocol.rpc.chain.Quantity;
import protocol.rpc.node.Reply;

/** A scripted chain with a pool: what is sent waits until the test mines it. */
public final class FakePool implements AutoCloseable {

  public final FakeChain chain = new FakeChain();
  public final List<String> raw = new CopyOnWriteArrayList<>();
  private final Map<String, BigInteger> pool = new ConcurrentHashMap<>();
  private volatile long mined;
  private volatile Function<String, @Nullable Reply> before = _ -> null;

  public FakePool() {
    chain.node.on("eth_sendRawTransaction", this::send)
        .on("eth_getTransactionCount",
            params -> new Reply.Result(
                Quantity.of(params.get(1).asText().equals("latest") ? mined : mined + consecutive())))
        .on("eth_getTransactionByHash", params -> new Reply.Result(transaction(params.get(0).asText())))
        .answers("eth_estimateGas", "0x5208")
        .answers("eth_maxPriorityFeePerGas", "0x1")
        .on("eth_feeHistory", _ -> new Reply.Result(
            Map.of("baseFeePerGas", List.of("0xa"), "reward", List.of(List.of("0x0", "0x0", "0x0", "0x0", "0x0")))));
  }

  /** From now on this decides first; null lets the pool take it. */
  public void before(Function<String, @Nullable Reply> decision) {
    before = decision;
  }

  private Reply send(JsonNode params) {
    String bytes = params.get(0).asText();
    raw.add(bytes);
    Reply decided = before.apply(bytes);
    if (decided != null) {
      return decided;
    }
    take(bytes);
    return new Reply.Result(Hash.sha3(bytes));
  }

  /** Takes a transaction into the pool. */
  public void take(String bytes) {
    SignedRawTransaction transaction = (SignedRawTransaction) TransactionDecoder.decode(bytes);
    pool.put(Hash.sha3(bytes), transaction.getNonce());
  }

  private long consecutive() {
    long next = mined;
    while (pool.containsValue(BigInteger.valueOf(next))) {
      next++;
    }
    return next - mined;
  }

  private @Nullable Object transaction(String hash) {
    if (pool.containsKey(hash)) {
      return new java.util.HashMap<>(java.util.Collections.singletonMap("hash", hash));
    }
    return chain.holds(hash) ? Map.of("hash", hash, "blockHash", "0x1") : null;
  }

  /** Mines what follows without a gap. */
  public void mine() {
    List<String> block = new ArrayList<>();
    long next = mined;
    while (true) {
      BigInteger nonce = BigInteger.valueOf(next);
      String hash = pool.entrySet()
          .stream()
          .filter(one -> one.getValue().equals(nonce))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
      if (hash == null) {
        break;
      }
      block.add(hash);
      pool.remove(hash);
      next++;
    }
    mined = next;
    chain.mine(block.toArray(String[]::new));
  }

  /** A transaction of somebody else's uses the next nonce. */
  public void mineStranger() {
    mined++;
    chain.mine("0xstranger" + mined);
  }

  public int size() {
    return pool.size();
  }

  @Override
  public void close() {
    chain.close();
  }
}
