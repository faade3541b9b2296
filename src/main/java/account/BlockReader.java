package account;

import account.JsonRpc.NodeError;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what blocks say of transactions: whole blocks with their receipts at once where the node can, one by one elsewhere. */
final class BlockReader implements AutoCloseable {

  private static final String BLOBS = "0x3";
  /** For fewer, the receipts of the whole block are more than is needed. */
  private static final int FEW = 3;

  private static final BigInteger PLAIN_GAS = BigInteger.valueOf(Call.TRANSFER_GAS);

  private final JsonRpc patient;
  private final JsonRpc rpc;
  private final DataFee dataFee;
  private volatile boolean singly;

  /**
   * A reader.
   *
   * @param patient asks for whole blocks
   * @param rpc asks for everything else
   */
  BlockReader(JsonRpc patient, JsonRpc rpc, DataFee dataFee) {
    this.patient = patient;
    this.rpc = rpc;
    this.dataFee = dataFee;
  }

  Optional<Receipt> receipt(String hash) throws IOException {
    JsonNode found = rpc.ask("eth_getTransactionReceipt", hash);
    if (!found.isObject()) {
      return Optional.empty();
    }
    boolean priced = found.path("effectiveGasPrice").isString();
    return Optional.of(receipt(found, priced ? found : rpc.ask("eth_getTransactionByHash", hash)));
  }

  List<Movement> movements(long number, Set<String> accounts, Reading reading) throws IOException {
    JsonNode block = patient.ask("eth_getBlockByNumber", Hex.of(number), true);
    if (!block.isObject()) {
      throw new IOException("the node has no block " + number + ": does it keep the blocks since the first payment?");
    }
    BigInteger baseFee = Hex.orZero(block.path("baseFeePerGas"));
    List<Movement> movements = new ArrayList<>();
    List<JsonNode> others = new ArrayList<>();
    for (JsonNode transaction : block.path("transactions")) {
      if (!concerns(accounts, transaction)) {
        continue;
      }
      if (reading == Reading.QUICK && isPlain(transaction)) {
        movements.add(movement(transaction, true, PLAIN_GAS.multiply(price(transaction, baseFee))));
      } else {
        others.add(transaction);
      }
    }
    Map<String, JsonNode> receipts = others.isEmpty() ? Map.of() : receipts(number, others);
    for (JsonNode transaction : others) {
      JsonNode found = receipts.get(transaction.path("hash").asString());
      if (found == null) {
        throw new IOException("the node has no receipt of a transaction in block " + number + ": try again");
      }
      Receipt receipt = receipt(found, transaction);
      movements.add(movement(transaction, receipt.succeeded(), receipt.fee()));
    }
    return movements;
  }

  private static boolean concerns(Set<String> accounts, JsonNode transaction) throws IOException {
    return accounts.contains(address(transaction, "from"))
        || (accounts.contains(address(transaction, "to")) && Hex.orZero(transaction.path("value")).signum() > 0);
  }

  /** It can have used neither less gas nor more. Rollups of the OP stack take more than gas. */
  private boolean isPlain(JsonNode transaction) throws IOException {
    return Hex.orZero(transaction.path("gas")).equals(PLAIN_GAS) && transaction.path("input").asString("").equals("0x")
        && !address(transaction, "to").isEmpty() && !dataFee.there();
  }

  private static BigInteger price(JsonNode transaction, BigInteger baseFee) throws IOException {
    JsonNode most = transaction.path("maxFeePerGas");
    return most.isString() ? Hex.quantity(most).min(baseFee.add(Hex.quantity(transaction.path("maxPriorityFeePerGas"))))
        : Hex.quantity(transaction.path("gasPrice"));
  }

  private Map<String, JsonNode> receipts(long number, List<JsonNode> transactions) throws IOException {
    Map<String, JsonNode> receipts = new HashMap<>();
    if (transactions.size() > FEW && !singly) {
      try {
        for (JsonNode receipt : patient.ask("eth_getBlockReceipts", Hex.of(number))) {
          receipts.put(receipt.path("transactionHash").asString(), receipt);
        }
        return receipts;
      } catch (NodeError e) {
        singly = true;
      }
    }
    for (JsonNode transaction : transactions) {
      String hash = transaction.path("hash").asString();
      JsonNode receipt = rpc.ask("eth_getTransactionReceipt", hash);
      if (receipt.isObject()) {
        receipts.put(hash, receipt);
      }
    }
    return receipts;
  }

  private static Movement movement(JsonNode transaction, boolean succeeded, BigInteger fee) throws IOException {
    String to = address(transaction, "to");
    return new Movement(transaction.path("hash").asString(), address(transaction, "from"), to.isEmpty() ? null : to,
        succeeded ? Hex.orZero(transaction.path("value")) : BigInteger.ZERO, Hex.orZero(transaction.path("mint")), fee);
  }

  private static String address(JsonNode transaction, String role) {
    return transaction.path(role).asString("").toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a receipt.
   *
   * @param priced has the price of its gas: the receipt itself or, where receipts have none, the transaction
   */
  private Receipt receipt(JsonNode receipt, JsonNode priced) throws IOException {
    JsonNode paid = receipt.path("effectiveGasPrice");
    BigInteger price = paid.isString() ? Hex.quantity(paid) : Hex.quantity(priced.path("gasPrice"));
    BigInteger gas = Hex.quantity(receipt.path("gasUsed"));
    BigInteger fee = gas.multiply(price).add(blobs(receipt)).add(rollup(receipt, gas));
    return new Receipt(!receipt.path("status").asString("0x1").equals("0x0"), Hex.number(receipt.path("blockNumber")),
        fee, receipt.path("contractAddress").asStringOpt().map(address -> address.toLowerCase(Locale.ROOT)));
  }

  /** Rollups write other things than blobs into the same fields. */
  private static BigInteger blobs(JsonNode receipt) throws IOException {
    return receipt.path("type").asString("").equals(BLOBS)
        ? Hex.orZero(receipt.path("blobGasUsed")).multiply(Hex.orZero(receipt.path("blobGasPrice")))
        : BigInteger.ZERO;
  }

  private BigInteger rollup(JsonNode receipt, BigInteger gas) throws IOException {
    BigInteger data = Hex.orZero(receipt.path("l1Fee"));
    boolean operator = Hex.orZero(receipt.path("operatorFeeScalar")).signum() > 0
        || Hex.orZero(receipt.path("operatorFeeConstant")).signum() > 0;
    // How it is reckoned has changed from fork to fork: the oracle knows.
    return operator ? data.add(dataFee.operator(gas.longValueExact())) : data;
  }

  @Override
  public void close() {
    patient.close();
  }
}
