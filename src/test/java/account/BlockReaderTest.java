package account;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import protocol.rpc.node.FakeNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** Blocks and receipts as nodes of all kinds have them. */
@Timeout(60)
final class BlockReaderTest {

  private static final String HASH = "0x" + "ab".repeat(32);
  private static final String FROM = "0x" + "aa".repeat(20);
  private static final String TO = "0x" + "bb".repeat(20);

  private final FakeNode fake = new FakeNode();
  private final JsonRpcNode node = new JsonRpcNode(fake.url());

  @AfterEach
  void close() {
    node.close();
    fake.close();
  }

  @Test
  void aReceiptTellsAllThatWasPaid() throws IOException {
    fake.answers("eth_getTransactionReceipt", Map.of("status", "0x1", "blockNumber", "0x7", "gasUsed", "0xa",
        "effectiveGasPrice", "0x3", "l1Fee", "0x64", "type", "0x2", "blobGasUsed", "0x9", "blobGasPrice", "0x9"));
    assertThat(node.receipt(HASH)).contains(new Receipt(true, 7, BigInteger.valueOf(130), Optional.empty()));
    fake.answers("eth_getTransactionReceipt", Map.of("status", "0x0", "blockNumber", "0x7", "gasUsed", "0xa"));
    fake.answers("eth_getTransactionByHash", Map.of("gasPrice", "0x2"));
    assertThat(node.receipt(HASH)).as("of a chain without prices in receipts")
        .contains(new Receipt(false, 7, BigInteger.valueOf(20), Optional.empty()));
    fake.answers("eth_getTransactionReceipt", null);
    assertThat(node.receipt(HASH)).isEmpty();
  }

  @Test
  void readsBlocksAlsoWithoutTheirReceipts() throws IOException {
    fake.answers("eth_getBlockByNumber", Map.of("transactions",
        List.of(transfer("0x5", "0x0"), transfer("0x5", "0x0"), transfer("0x0", "0x0"), transfer("0x6", "0x8"))));
    fake.answers("eth_getTransactionReceipt",
        Map.of("status", "0x1", "blockNumber", "0x7", "gasUsed", "0xa", "effectiveGasPrice", "0x3"));
    assertThat(node.movements(7, Set.of(TO), Reading.THOROUGH)).as("what goes to us and carries something").hasSize(3);
    List<Movement> ours = node.movements(7, Set.of(FROM), Reading.THOROUGH);
    assertThat(ours).hasSize(4);
    assertThat(ours.getLast())
        .isEqualTo(new Movement(HASH, FROM, TO, BigInteger.valueOf(6), BigInteger.valueOf(8), BigInteger.valueOf(30)));
    assertThat(node.movements(7, Set.of(HASH), Reading.THOROUGH)).isEmpty();
    fake.answers("eth_getBlockByNumber", null);
    assertThatIOException().isThrownBy(() -> node.movements(7, Set.of(FROM), Reading.THOROUGH))
        .withMessageContaining("no block 7");
  }

  @Test
  void takesAPlainPaymentForWhatItLooksLike() throws IOException {
    Map<String, Object> plain = Map.of("hash", HASH, "from", FROM, "to", TO, "value", "0x5", "gas", "0x5208", "input",
        "0x", "maxFeePerGas", "0xa", "maxPriorityFeePerGas", "0x2");
    Map<String, Object> called = Map.of("hash", HASH, "from", FROM, "to", TO, "value", "0x5", "gas", "0x5209", "input",
        "0x", "maxFeePerGas", "0xa", "maxPriorityFeePerGas", "0x2");
    fake.answers("eth_getBlockByNumber", Map.of("baseFeePerGas", "0x3", "transactions", List.of(plain, called)));
    fake.answers("eth_getCode", "0x");
    fake.answers("eth_getTransactionReceipt",
        Map.of("status", "0x0", "blockNumber", "0x7", "gasUsed", "0xa", "effectiveGasPrice", "0x3"));
    assertThat(node.movements(7, Set.of(FROM), Reading.QUICK)).containsExactly(
        new Movement(HASH, FROM, TO, BigInteger.valueOf(5), BigInteger.ZERO, BigInteger.valueOf(105_000)),
        new Movement(HASH, FROM, TO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.valueOf(30)));
    assertThat(fake.count("eth_getTransactionReceipt")).isEqualTo(1);
  }

  private static Map<String, Object> transfer(String value, String minted) {
    return Map.of("hash", HASH, "from", FROM.toUpperCase(Locale.ROOT).replace("0X", "0x"), "to", TO, "value", value,
        "mint", minted);
  }
}
