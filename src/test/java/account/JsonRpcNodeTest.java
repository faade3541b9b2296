package account;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import protocol.rpc.node.FakeNode;
import protocol.rpc.node.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A node as others than anvil answer: without base fees, with data fees, busy, or dead. */
@Timeout(60)
final class JsonRpcNodeTest {

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
  void offersTwiceTheBaseFeeAndTheMedianTip() throws IOException {
    market();
    assertThat(node.fees()).isEqualTo(new Fees(BigInteger.valueOf(207), BigInteger.valueOf(7)));
    assertThat(node.kind()).isEqualTo(Kind.PLAIN);
    fake.answers("eth_feeHistory", Map.of("baseFeePerGas", List.of("0x1", "0x64"), "reward", List.of(List.of("0x0"))));
    fake.answers("eth_maxPriorityFeePerGas", "0x9");
    assertThat(node.fees()).as("empty blocks say nothing").isEqualTo(fees(209, 9));
  }

  @Test
  void offersNoMoreThanTheCap() throws IOException {
    market();
    assertThat(capped(150).fees()).isEqualTo(fees(150, 7));
    assertThatIOException().isThrownBy(() -> capped(99).fees()).withMessageContaining("at most 99");
  }

  @Test
  void takesThePriceWhereThereIsNoFeeHistory() throws IOException {
    market();
    fake.on("eth_feeHistory", _ -> new Reply.Error(-32601, "the method does not exist"));
    fake.answers("eth_gasPrice", "0x64").answers("eth_maxPriorityFeePerGas", "0x5");
    assertThat(node.fees()).isEqualTo(fees(200, 5));
  }

  @Test
  void paysInTheOldWayWhereThereIsNoBaseFee() throws IOException {
    fake.answers("eth_getBlockByNumber", Map.of("number", "0x5")).answers("eth_gasPrice", "0x64");
    assertThat(node.kind()).isEqualTo(new Kind.Legacy());
    assertThat(node.fees()).isEqualTo(Fees.flat(BigInteger.valueOf(100)));
  }

  @Test
  void asksForMoreGasWhereDataIsGas() throws IOException {
    fake.answers("eth_estimateGas", "0x5208");
    assertThat(node.transferGas()).isEqualTo(21_000);
    fake.answers("eth_estimateGas", "0x9c40");
    assertThat(node.transferGas()).isEqualTo(50_000);
    fake.on("eth_estimateGas", _ -> new Reply.Error(-32000, "no"));
    assertThat(node.transferGas()).isEqualTo(21_000);
  }

  @Test
  void knowsTheDataFeeOfARollup() throws IOException {
    fake.answers("eth_getCode", "0x");
    assertThat(node.surcharge(120, 21_000)).isZero();
    fake.answers("eth_getCode", "0x60")
        .on("eth_call", params -> switch (params.at("/0/data").asText().substring(2, 10)) {
          case "f1c7a58b" -> new Reply.Result("0x64"); // getL1FeeUpperBound(uint256)
          case "275aedd2" -> new Reply.Result("0x14"); // getOperatorFee(uint256)
          default -> new Reply.Error(3, "execution reverted");
        });
    try (var rollup = new JsonRpcNode(fake.url())) {
      assertThat(rollup.surcharge(120, 21_000)).as("a quarter more than now").isEqualTo(150);
    }
    fake.on("eth_call", params -> params.at("/0/data").asText().startsWith("0x49948e0e") // getL1Fee(bytes)
        ? new Reply.Result("0xc8")
        : new Reply.Error(3, "execution reverted"));
    try (var older = new JsonRpcNode(fake.url())) {
      assertThat(older.surcharge(120, 21_000)).isEqualTo(250);
    }
  }

  @Test
  void asksAgainWhenTheAnswerIsAFailure() throws IOException {
    var calls = new AtomicInteger();
    fake.on("eth_getBalance",
        _ -> calls.incrementAndGet() < 3
            ? new Reply.Error(-32602, "BlockOutOfRangeError: block height is 58 but requested was 57")
            : new Reply.Result("0x2a"));
    assertThat(node.balance(FROM)).isEqualTo(42);
    assertThat(calls).hasValue(3);
  }

  @Test
  void sendsOnceAndTellsRefusedFromUnanswered() {
    SignedTransaction payment = Transaction.of(1, 0, Call.transfer(TO, BigInteger.ONE), fees(2, 1))
        .signedBy(Account.of("11".repeat(32)));
    fake.on("eth_sendRawTransaction", _ -> new Reply.Error(-32000, "nonce too low: next nonce 5"));
    assertThatIOException().isThrownBy(() -> node.send(payment))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Refusal.NONCE_TOO_LOW));
    for (Reply vague : List.of(new Reply.Error(-32603, "internal error"), new Reply.Error(429, "Too Many Requests"),
        new Reply.Result("0x" + "00".repeat(32)))) {
      fake.on("eth_sendRawTransaction", _ -> vague);
      assertThatIOException().isThrownBy(() -> node.send(payment)).isNotInstanceOf(RefusedException.class);
    }
    assertThat(fake.count("eth_sendRawTransaction")).isEqualTo(4);
  }

  @Test
  void neverRepeatsTheKeyInItsAddress() {
    fake.die();
    URI secret = URI.create("http://me:5ecre7@127.0.0.1:" + fake.url().getPort() + "/v3/5ecre7?key=5ecre7");
    try (var masked = new JsonRpcNode(secret)) {
      assertThatIOException().isThrownBy(masked::chainId)
          .withMessage("the node at http://127.0.0.1:" + fake.url().getPort()
              + "/*** does not answer (ConnectException): is it up, and its address right?")
          .withNoCause();
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new JsonRpcNode(URI.create("ws://5ecre7")))
        .withMessageNotContaining("5ecre7");
  }

  private void market() {
    fake.answers("eth_getBlockByNumber", Map.of("number", "0x5", "baseFeePerGas", "0x64"));
    fake.answers("eth_feeHistory", Map.of("baseFeePerGas", List.of("0x1", "0x2", "0x64"), "reward",
        List.of(List.of("0x7"), List.of("0x0"), List.of("0x9"), List.of("0x3"))));
  }

  private JsonRpcNode capped(long wei) {
    return new JsonRpcNode(fake.url(), fake.url(), Optional.of(BigInteger.valueOf(wei)));
  }

  private static Fees fees(long max, long tip) {
    return new Fees(BigInteger.valueOf(max), BigInteger.valueOf(tip));
  }
}
