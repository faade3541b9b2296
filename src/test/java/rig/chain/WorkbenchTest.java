package rig.chain;

import account.Account;
import contract.Calldata;
import contract.Token;
import contract.Workbench;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static rig.chain.TestChains.DEADLINE;

/** What the contracts of a load do on a real chain, with no more gas than their calls ask for. */
@Timeout(120)
final class WorkbenchTest {

  private static final Account OWNER = Account.of("c9".repeat(32));
  private static final BigInteger SOME = BigInteger.valueOf(1_000);

  private static LocalChain chain;
  private static ChainNode node;
  private static long nonce;
  private static String workbench;

  @BeforeAll
  static void start() throws IOException {
    nonce = 0;
    chain = LocalChain.start(TestChains.options());
    node = new ChainNode(chain.spec().url());
    chain.client(OWNER);
    workbench = deploy(Workbench.deployment("Workbench"));
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
      chain.close();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Workbench.LEAST_BURN, 30_000, 100_000, 999_983, 16_777_216})
  void burnsWhatItIsTold(long gas) throws IOException {
    Receipt receipt = send(workbench, Workbench.burn(gas));
    assertThat(receipt.succeeded()).isTrue();
    assertThat(receipt.gasUsed()).isBetween(gas - Workbench.UNBURNT, gas);
  }

  @Test
  void writesCellsThatWereEmpty() throws IOException {
    Receipt first = send(workbench, Workbench.write(10));
    Receipt second = send(workbench, Workbench.write(50));
    assertThat(first.succeeded()).isTrue();
    assertThat(second.succeeded()).isTrue();
    assertThat(first.gasUsed()).isGreaterThan(10 * 22_100);
    assertThat(second.gasUsed()).isGreaterThan(50 * 22_100);
  }

  @Test
  void refuses() throws IOException {
    for (Calldata call : List.of(Workbench.refuse(7), Workbench.refuseWithReason())) {
      Receipt receipt = send(workbench, call);
      assertThat(receipt.succeeded()).isFalse();
      assertThat(receipt.gasUsed()).as("it has not run out of gas").isLessThan(call.gasLimit());
    }
    assertThatThrownBy(() -> node.call(workbench, Workbench.refuseWithReason().data()))
        .hasMessageContaining("refused on purpose");
  }

  @Test
  void theLenientWorkbenchRefusesNothing() throws IOException {
    String lenient = deploy(Workbench.deployment("LenientWorkbench"));
    assertThat(send(lenient, Workbench.refuse(7)).succeeded()).isTrue();
    assertThat(send(lenient, Workbench.refuseWithReason()).succeeded()).isTrue();
    assertThat(send(lenient, Workbench.burn(100_000)).gasUsed()).isBetween(100_000 - Workbench.UNBURNT, 100_000L);
  }

  @Test
  void aTokenIsHandedOutAndPaidAndCounted() throws IOException {
    String token = deploy(Token.deployment("Token"));
    List<String> accounts = IntStream.range(1, 401).mapToObj("0x%040x"::formatted).toList();
    Receipt all = send(token, Token.transferToAll(accounts, SOME));
    assertThat(all.succeeded()).isTrue();
    assertThat(all.gasUsed()).isLessThan(1 << 24);
    assertThat(send(token, Token.transfer(accounts.getFirst(), BigInteger.TWO)).succeeded()).isTrue();
    Token.Holdings holdings = holdings(token, List.of(accounts.getFirst(), accounts.getLast(), OWNER.address()));
    assertThat(holdings.all()).isEqualTo(Token.SUPPLY);
    BigInteger left = Token.SUPPLY.subtract(SOME.multiply(BigInteger.valueOf(400))).subtract(BigInteger.TWO);
    assertThat(holdings.balances()).containsExactly(SOME.add(BigInteger.TWO), SOME, left);
    assertThat(send(token, Token.transfer(accounts.getFirst(), Token.SUPPLY)).succeeded()).as("there is not so much")
        .isFalse();
  }

  @Test
  void theLeakyTokenLosesAUnitOfEachPayment() throws IOException {
    String token = deploy(Token.deployment("LeakyToken"));
    String someone = "0x%040x".formatted(77);
    assertThat(send(token, Token.transfer(someone, SOME)).succeeded()).isTrue();
    Token.Holdings holdings = holdings(token, List.of(someone, OWNER.address()));
    BigInteger sum = holdings.balances().stream().reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(sum).isEqualTo(holdings.all().subtract(BigInteger.ONE));
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    assertThatThrownBy(() -> Token.holdings("0x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Token
        .holdings("0x" + "00".repeat(31) + "02" + "00".repeat(31) + "40" + "00".repeat(31) + "02" + "00".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Token.Holdings holdings(String token, List<String> accounts) throws IOException {
    return Token.holdings(node.call(token, Token.holdings(accounts).data()));
  }

  private static String deploy(Calldata contract) throws IOException {
    return send(null, contract).deployed().orElseThrow();
  }

  private static Receipt send(@Nullable String to, Calldata call) throws IOException {
    String hash = node.send(new Transaction(chain.spec().id(), nonce++, to, call).signedBy(OWNER));
    return await().atMost(DEADLINE).until(() -> node.receipt(hash), Optional::isPresent).orElseThrow();
  }
}
