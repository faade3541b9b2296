package account;

import account.Kind.Access;
import account.Kind.AccessList;
import account.Kind.Blobs;
import account.Kind.FeeMarket;
import account.Kind.Legacy;
import account.Kind.SetCode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rig.chain.LocalChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A real node takes every kind, knows its sender, and calls it as we do. */
@Timeout(60)
final class KindsOnChainTest {

  private static final Account SENDER = Account.of("c6".repeat(32));
  private static final String TO = "0x" + "35".repeat(20);
  private static final Fees FEES = new Fees(BigInteger.TEN.pow(9), BigInteger.valueOf(7));
  private static final List<Access> ACCESSES = List.of(new Access(TO, List.of("0x" + "01".repeat(32))));

  private static LocalChain chain;
  private static TestNode node;

  @BeforeAll
  static void start() throws IOException {
    chain = Chains.start();
    chain.client(SENDER);
    node = new TestNode(chain.spec().url(), FEES);
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
      chain.close();
    }
  }

  @Test
  void legacy() throws IOException {
    assertThat(paid(new Legacy(), 21_000)).as("what it paid for its gas").isEqualTo(FEES.max());
  }

  @Test
  void accessList() throws IOException {
    assertThat(paid(new AccessList(ACCESSES), 50_000)).isEqualTo(FEES.max());
  }

  @Test
  void feeMarket() throws IOException {
    assertThat(paid(new FeeMarket(List.of()), 21_000)).as("no base fee here, so the tip alone").isEqualTo(7);
    assertThat(paid(new FeeMarket(ACCESSES), 50_000)).isEqualTo(7);
  }

  @Test
  void setCode() throws IOException {
    long nonce = node.nonce(SENDER.address());
    var leave = Authorization.signedBy(SENDER, chain.spec().id(), chain.spec().adjudicator(), nonce + 1);
    paid(new SetCode(ACCESSES, List.of(leave)), 200_000);
    assertThat(node.hasCode(SENDER.address())).as("the account runs the contract's code").isTrue();
    var end = Authorization.signedBy(SENDER, 0, "0x" + "00".repeat(20), nonce + 3);
    paid(new SetCode(List.of(), List.of(end)), 200_000);
    assertThat(node.hasCode(SENDER.address())).isFalse();
  }

  @Test
  void blobs() throws IOException {
    for (Blob.Form form : List.of(Blob.Form.PROOF_PER_BLOB, Blob.Form.PROOF_PER_CELL)) {
      var blob = Blob.of(form.name().getBytes(StandardCharsets.UTF_8), form);
      paid(new Blobs(BigInteger.TEN.pow(9), List.of(blob, blob)), 21_000);
    }
  }

  @Test
  void bareBlobsAreForBlocksAlone() throws IOException {
    var blob = Blob.of(new byte[] {1}, Blob.Form.BARE);
    SignedTransaction bare = transaction(new Blobs(BigInteger.TEN.pow(9), List.of(blob)), 21_000);
    assertThatThrownBy(() -> node.send(bare)).isInstanceOf(RefusedException.class);
  }

  @Test
  void anotherChainDoesNotTakeIt() {
    var foreign = Transaction.of(1, 0, Call.transfer(TO, BigInteger.ONE), FEES).signedBy(SENDER);
    assertThatThrownBy(() -> node.send(foreign)).isInstanceOf(RefusedException.class);
  }

  /** Sends one that pays 1 wei, and gives the price of its gas; blobs may cost extra. */
  private static BigInteger paid(Kind kind, long gas) throws IOException {
    SignedTransaction signed = transaction(kind, gas);
    BigInteger before = node.balance(SENDER.address());
    Receipt receipt = Chains.mined(node, signed);
    assertThat(receipt.succeeded()).isTrue();
    assertThat(node.ask("eth_getTransactionByHash", signed.hash()).path("from").asString()).isEqualTo(SENDER.address());
    assertThat(before.subtract(node.balance(SENDER.address()))).isEqualTo(receipt.fee().add(BigInteger.ONE));
    return new BigInteger(
        node.ask("eth_getTransactionReceipt", signed.hash()).path("effectiveGasPrice").asString().substring(2), 16);
  }

  private static SignedTransaction transaction(Kind kind, long gas) throws IOException {
    var call = new Call(TO, BigInteger.ONE, "0x", gas);
    return new Transaction(chain.spec().id(), node.nonce(SENDER.address()), call, FEES, kind).signedBy(SENDER);
  }
}
