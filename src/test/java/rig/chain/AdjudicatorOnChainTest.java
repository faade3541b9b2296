package rig.chain;

import account.Account;
import contract.Exit;
import contract.SignedState;
import contract.Status;
import contract.VariablePart;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rig.chain.TestChains.DEADLINE;
import static rig.chain.TestChains.mined;

/** The adjudicator on a real chain: who gets what, and what it refuses. */
final class AdjudicatorOnChainTest {

  private static final Account PAYER = Account.of("c0".repeat(32));
  private static final BigInteger TEN = BigInteger.TEN;
  private static final long SOON = 1;
  private static final long LATE = 3_600;

  private static LocalChain chain;
  private static ChainClient client;

  @BeforeAll
  static void start() throws IOException {
    chain = LocalChain.start(TestChains.options());
    client = chain.client(PAYER);
  }

  @AfterAll
  static void stop() {
    if (chain != null) {
      chain.close();
    }
  }

  @Test
  void depositsComeInOrder() throws IOException {
    var channel = new TestChannel(LATE);
    assertThat(deposit(channel, 4, 6).succeeded()).as("too early").isFalse();
    assertCosts(deposit(channel, 0, 4), 46_600);
    assertThat(deposit(channel, 0, 4).succeeded()).as("twice").isFalse();
    assertCosts(deposit(channel, 4, 6), 29_500);
    assertThat(client.holdings(channel.id, Exit.COIN)).isEqualTo(TEN);
  }

  @Test
  void concludingPaysToTheWei() throws IOException {
    TestChannel channel = funded(LATE);
    SignedState last = channel.state(5, true);
    assertCosts(mined(client, () -> client.conclude(last)), 143_000);
    assertPaid(channel);
    assertThat(mined(client, () -> client.conclude(last)).succeeded()).as("a second time finds nothing to pay")
        .isTrue();
    assertPaid(channel);
  }

  @Test
  void moneyForAChannelStaysInside() throws IOException {
    TestChannel ledger = funded(LATE);
    var app = new TestChannel(LATE);
    var outcome = List.of(new Exit(Exit.COIN, List.of(new contract.Share(app.id, TEN))));
    SignedState last = ledger.signed(new VariablePart(outcome, "0x", 5, true), TestChannel.BOB);
    assertThat(mined(client, () -> client.conclude(last)).succeeded()).isTrue();
    assertThat(client.holdings(app.id, Exit.COIN)).isEqualTo(TEN);
    assertThat(client.holdings(ledger.id, Exit.COIN)).isZero();
  }

  @Test
  void aChallengeThatExpiresPays() throws IOException {
    TestChannel channel = funded(SOON);
    SignedState state = channel.state(7, false);
    assertCosts(challenge(channel, state), 113_200);
    assertThat(client.status(channel.id).turnNumRecord()).isEqualTo(7);
    await().atMost(DEADLINE).until(() -> transfer(channel, state).succeeded());
    assertPaid(channel);
    assertThat(client.status(channel.id)).isEqualTo(new Status(0, 0));
  }

  @Test
  void nothingIsPaidWhileAChallengeRuns() throws IOException {
    TestChannel channel = funded(LATE);
    SignedState state = channel.state(7, false);
    challenge(channel, state);
    assertThat(transfer(channel, state).succeeded()).isFalse();
    assertThat(client.holdings(channel.id, Exit.COIN)).isEqualTo(TEN);
  }

  @Test
  void aLaterStateClearsAChallenge() throws IOException {
    TestChannel channel = funded(LATE);
    challenge(channel, channel.state(7, false));
    assertThat(checkpoint(channel.state(7, false)).succeeded()).as("not later").isFalse();
    assertCosts(checkpoint(channel.state(8, false)), 74_000);
    assertThat(client.status(channel.id)).isEqualTo(new Status(8, 0));
    assertThat(challenge(channel, channel.state(7, false)).succeeded()).as("older than the record").isFalse();
  }

  @Test
  void oneWrongSignatureStopsEverything() throws IOException {
    TestChannel channel = funded(LATE);
    SignedState last = channel.signed(new VariablePart(channel.outcome(), "0x", 5, true), TestChannel.ALICE);
    SignedState state = channel.signed(new VariablePart(channel.outcome(), "0x", 5, false), PAYER);
    assertThat(mined(client, () -> client.conclude(last)).succeeded()).isFalse();
    assertThat(challenge(channel, state).succeeded()).isFalse();
    assertThat(checkpoint(state).succeeded()).isFalse();
    assertThat(mined(client, () -> client.conclude(channel.state(5, false))).succeeded()).as("not final").isFalse();
    assertThat(client.holdings(channel.id, Exit.COIN)).isEqualTo(TEN);
  }

  @Test
  void onlyParticipantsChallenge() throws IOException {
    TestChannel channel = funded(LATE);
    SignedState state = channel.state(7, false);
    var other = channel.challengerSignature(channel.state(6, false));
    assertThat(mined(client, () -> client.challenge(state, other)).succeeded()).isFalse();
  }

  private static TestChannel funded(long challengeSeconds) throws IOException {
    var channel = new TestChannel(challengeSeconds);
    assertThat(deposit(channel, 0, 10).succeeded()).isTrue();
    return channel;
  }

  private static Receipt deposit(TestChannel channel, long held, long amount) throws IOException {
    return mined(client,
        () -> client.deposit(channel.id, Exit.COIN, BigInteger.valueOf(held), BigInteger.valueOf(amount)));
  }

  private static Receipt challenge(TestChannel channel, SignedState state) throws IOException {
    return mined(client, () -> client.challenge(state, channel.challengerSignature(state)));
  }

  private static Receipt checkpoint(SignedState state) throws IOException {
    return mined(client, () -> client.checkpoint(state));
  }

  private static Receipt transfer(TestChannel channel, SignedState state) throws IOException {
    return mined(client, () -> client.transferAllAssets(channel.id, channel.outcome(), channel.hash(state)));
  }

  private static void assertPaid(TestChannel channel) throws IOException {
    assertThat(chain.balance(channel.first)).isEqualTo(6);
    assertThat(chain.balance(channel.second)).isEqualTo(4);
    assertThat(client.holdings(channel.id, Exit.COIN)).isZero();
  }

  /** Not dearer than the original contracts, where the figure is theirs. */
  private static void assertCosts(Receipt receipt, long atMost) {
    assertThat(receipt.succeeded()).isTrue();
    assertThat(receipt.gasUsed()).isLessThanOrEqualTo(atMost);
  }
}
