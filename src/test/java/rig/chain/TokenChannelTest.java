package rig.chain;

import account.Account;
import contract.Artifact;
import contract.Calldata;
import contract.Exit;
import contract.SignedState;
import contract.VariablePart;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rig.chain.TestChains.DEADLINE;
import static rig.chain.TestChains.mined;

/** A channel that holds coins and tokens. */
final class TokenChannelTest {

  private static final Account OWNER = Account.of("c5".repeat(32));
  private static final long GAS = 3_000_000;

  private LocalChain chain;
  private ChainNode node;
  private String token;
  private ChainClient client;
  private final TestChannel channel = new TestChannel(1);

  @BeforeEach
  void start() throws IOException {
    chain = LocalChain.start(TestChains.options());
    node = new ChainNode(chain.spec().url());
    client = chain.client(OWNER);
    token = send(0, null, Artifact.named("Token").bytecode()).deployed().orElseThrow();
    var approve = new Function("approve", List.of(new Address(chain.spec().adjudicator()), new Uint256(100)),
        List.of());
    assertThat(send(1, token, FunctionEncoder.encode(approve)).succeeded()).isTrue();
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
      chain.close();
    }
  }

  @Test
  void bothArePaidToTheUnit() throws IOException {
    assertThat(deposit(token, 30).succeeded()).isTrue();
    assertThat(deposit(Exit.COIN, 10).succeeded()).isTrue();
    assertThat(deposit(token, 100, 30).succeeded()).as("more than approved").isFalse();
    SignedState last = last();
    assertThat(mined(client, () -> client.conclude(last)).succeeded()).isTrue();
    assertThat(tokens(channel.first)).isEqualTo(30);
    assertThat(chain.balance(channel.first)).isEqualTo(6);
    assertThat(chain.balance(channel.second)).isEqualTo(4);
    assertThat(client.holdings(channel.id, token)).isZero();
  }

  @Test
  void whatIsMissingIsPaidWhenItComes() throws IOException {
    assertThat(deposit(Exit.COIN, 10).succeeded()).isTrue();
    SignedState last = last();
    assertThat(mined(client, () -> client.conclude(last)).succeeded()).isTrue();
    assertThat(chain.balance(channel.first)).isEqualTo(6);
    assertThat(deposit(token, 30).succeeded()).isTrue();
    var unpaid = List.of(
        new Exit(Exit.COIN, List.of(TestChannel.share(channel.first, 0), TestChannel.share(channel.second, 0))),
        new Exit(token, List.of(TestChannel.share(channel.first, 30))));
    assertThat(mined(client, () -> client.transferAllAssets(channel.id, unpaid, new byte[32])).succeeded()).isTrue();
    assertThat(tokens(channel.first)).isEqualTo(30);
    assertThat(chain.balance(channel.first)).isEqualTo(6);
  }

  private SignedState last() {
    var outcome = List.of(channel.outcome().getFirst(), new Exit(token, List.of(TestChannel.share(channel.first, 30))));
    return channel.signed(new VariablePart(outcome, "0x", 5, true), TestChannel.BOB);
  }

  private Receipt deposit(String asset, long amount) throws IOException {
    return deposit(asset, amount, 0);
  }

  private Receipt deposit(String asset, long amount, long held) throws IOException {
    return mined(client, () -> client.deposit(channel.id, asset, BigInteger.valueOf(held), BigInteger.valueOf(amount)));
  }

  private BigInteger tokens(String address) throws IOException {
    List<Type> arguments = List.of(new Address(address));
    return new BigInteger(
        node.call(token, FunctionEncoder.encode(new Function("balanceOf", arguments, List.of()))).substring(2), 16);
  }

  private Receipt send(long nonce, @Nullable String to, String data) throws IOException {
    var call = new Calldata(data, BigInteger.ZERO, GAS);
    String hash = node.send(new Transaction(chain.spec().id(), nonce, to, call).signedBy(OWNER));
    return await().atMost(DEADLINE).until(() -> node.receipt(hash), Optional::isPresent).orElseThrow();
  }
}
