package account;

import account.JsonRpc.NodeError;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A node asked over HTTP. Each call has a time-out; what only asks is asked again when it fails, what sends is not. Safe to
 * share between threads.
 */
public final class JsonRpcNode implements Node, AutoCloseable {

  private static final String LATEST = "latest";
  private static final String NOBODY = "0x" + "00".repeat(20);
  /** Holds nothing, here or elsewhere; a payment to it takes what a payment takes. */
  private static final String SOMEBODY = "0x" + "b0a7".repeat(10);
  /** These leave open what became of what was sent. */
  private static final Set<Integer> VAGUE = Set.of(-32_603, -32_002, -32_005);
  private static final Pattern BUSY = Pattern
      .compile("(?i)rate.?limit|too many requests|limit exceeded|capacity|time.?out|timed out|unavailable");

  private final JsonRpc rpc;
  private final JsonRpc sending;
  private final Market market;
  private final DataFee dataFee;
  private final BlockReader blocks;

  /**
   * A node.
   *
   * @param url of http or https; it may hold a key
   * @throws IllegalArgumentException when it is none
   */
  public JsonRpcNode(URI url) {
    this(url, url, Optional.empty());
  }

  /**
   * A node, and another one that takes its transactions.
   *
   * @param send takes transactions
   * @param read answers everything else
   * @param cap the most that is offered for a unit of gas, in wei; empty for what the chain asks
   */
  public JsonRpcNode(URI send, URI read, Optional<BigInteger> cap) {
    this.rpc = new JsonRpc(read);
    this.sending = send.equals(read) ? rpc : new JsonRpc(send);
    this.market = new Market(rpc, cap);
    this.dataFee = new DataFee(rpc);
    this.blocks = new BlockReader(new JsonRpc(read, JsonRpc.LONG), rpc, dataFee);
  }

  /** Where a node is, without what may be a key in its address. */
  public static String place(URI url) {
    return JsonRpc.place(url);
  }

  @Override
  public long chainId() throws IOException {
    return Hex.number(rpc.ask("eth_chainId"));
  }

  @Override
  public BigInteger balance(String address) throws IOException {
    return Hex.quantity(rpc.ask("eth_getBalance", address, LATEST));
  }

  @Override
  public long nonce(String address) throws IOException {
    return count(address, LATEST);
  }

  @Override
  public boolean hasCode(String address) throws IOException {
    return rpc.ask("eth_getCode", address, LATEST).asString("0x").length() > 2;
  }

  @Override
  public Fees fees() throws IOException {
    return market.fees();
  }

  @Override
  public Kind kind() throws IOException {
    return market.kind();
  }

  @Override
  public BigInteger surcharge(int bytes, long gas) throws IOException {
    return dataFee.atMost(bytes, gas);
  }

  /** Asked of the node, since some chains charge data as gas; there it is a quarter more than now, since that price moves. */
  @Override
  public long transferGas() throws IOException {
    try {
      long gas = Hex.number(rpc.once("eth_estimateGas", Map.of("from", NOBODY, "to", SOMEBODY, "value", "0x0")));
      return gas <= Call.TRANSFER_GAS ? Call.TRANSFER_GAS : gas + gas / 4;
    } catch (NodeError _) {
      return Call.TRANSFER_GAS;
    }
  }

  @Override
  public void send(SignedTransaction transaction) throws IOException {
    JsonNode hash;
    try {
      hash = sending.once("eth_sendRawTransaction", transaction.raw());
    } catch (NodeError e) {
      String said = String.valueOf(e.getMessage());
      Refusal reason = Refusal.of(said);
      if (reason == Refusal.OTHER && (VAGUE.contains(e.code()) || BUSY.matcher(said).find())) {
        throw e;
      }
      throw new RefusedException(reason, said);
    }
    if (!transaction.hash().equalsIgnoreCase(hash.asString(""))) {
      throw new IOException("the node calls it " + hash.asString("nothing") + ", we " + transaction.hash());
    }
  }

  @Override
  public Optional<Receipt> receipt(String hash) throws IOException {
    return blocks.receipt(hash);
  }

  @Override
  public PoolView view(String address, Collection<String> hashes) throws IOException {
    // First of all: what has been mined by then must show among the hashes.
    long mined = count(address, LATEST);
    long pending = count(address, "pending");
    Set<String> pooled = new HashSet<>();
    Set<String> inBlocks = new HashSet<>();
    List<String> all = List.copyOf(hashes);
    List<JsonNode> found = Crowd.ask(all, this::transaction);
    for (int i = 0; i < all.size(); i++) {
      if (found.get(i).isObject()) {
        (found.get(i).path("blockNumber").isString() ? inBlocks : pooled).add(all.get(i));
      }
    }
    return new PoolView(mined, pending, pooled, inBlocks);
  }

  @Override
  public long head() throws IOException {
    return Hex.number(rpc.ask("eth_blockNumber"));
  }

  /** How much gas the latest block has room for. */
  public long gasLimit() throws IOException {
    return Hex.number(rpc.ask("eth_getBlockByNumber", LATEST, false).path("gasLimit"));
  }

  @Override
  public List<Movement> movements(long block, Set<String> accounts, Reading reading) throws IOException {
    return blocks.movements(block, accounts, reading);
  }

  /** As the node has it; no object when it does not know it. */
  JsonNode transaction(String hash) throws IOException {
    return rpc.ask("eth_getTransactionByHash", hash);
  }

  /** Asks for anything else, once. */
  JsonNode once(String method, Object... parameters) throws IOException {
    return rpc.once(method, parameters);
  }

  private long count(String address, String block) throws IOException {
    return Hex.number(rpc.ask("eth_getTransactionCount", address, block));
  }

  @Override
  public void close() {
    rpc.close();
    sending.close();
    blocks.close();
  }
}
