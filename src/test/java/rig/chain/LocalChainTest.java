package rig.chain;

import account.Account;
import contract.Exit;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static rig.chain.TestChains.DEADLINE;
import static rig.chain.TestChains.mined;

final class LocalChainTest {

  private static final Account PAYER = Account.of("c2".repeat(32));

  @Test
  void startsWithinThreeSecondsAndLeavesNothing() throws IOException {
    ChainOptions options = TestChains.options().withBlockTime(Duration.ofSeconds(1));
    long start = System.nanoTime();
    LocalChain chain = LocalChain.start(options);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    chain.close();
    assertThat(took).isLessThan(Duration.ofSeconds(3));
    assertThat(ProcessHandle.of(chain.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(chain.spec().id()).isEqualTo(9001);
    assertThat(chain.spec().deployedAt()).isPositive();
    assertThat(chain.spec().adjudicator()).matches("0x[0-9a-f]{40}");
  }

  @Test
  void makesBlocksByItself() throws IOException {
    try (LocalChain chain = LocalChain.start(TestChains.options()); var node = new ChainNode(chain.spec().url())) {
      long first = node.blockNumber();
      await().atMost(DEADLINE).until(() -> node.blockNumber() > first + 1);
    }
  }

  @Test
  void theLeakyAdjudicatorLeaks() throws IOException {
    try (LocalChain chain = LocalChain.start(TestChains.options().withContract("LeakyAdjudicator"))) {
      ChainClient client = chain.client(PAYER);
      var channel = new TestChannel(1);
      mined(client, () -> client.deposit(channel.id, Exit.COIN, BigInteger.ZERO, BigInteger.TEN));
      assertThat(mined(client, () -> client.conclude(channel.state(5, true))).succeeded()).isTrue();
      assertThat(chain.balance(channel.first)).isEqualTo(5);
      assertThat(chain.balance(channel.second)).isEqualTo(3);
      assertThat(client.holdings(channel.id, Exit.COIN)).isZero();
    }
  }

  @Test
  void theSkimmingAdjudicatorHasLessThanItsBooksSay() throws IOException {
    try (LocalChain chain = LocalChain.start(TestChains.options().withContract("SkimmingAdjudicator"))) {
      ChainClient client = chain.client(PAYER);
      var closed = new TestChannel(1);
      var open = new TestChannel(1);
      for (TestChannel channel : List.of(closed, open)) {
        mined(client, () -> client.deposit(channel.id, Exit.COIN, BigInteger.ZERO, BigInteger.TEN));
        assertThat(client.holdings(channel.id, Exit.COIN)).isEqualTo(10);
      }
      assertThat(chain.balance(chain.spec().adjudicator())).isEqualTo(18);
      assertThat(mined(client, () -> client.conclude(closed.state(5, true))).succeeded()).isTrue();
      assertThat(chain.balance(closed.first)).isEqualTo(6);
      assertThat(chain.balance(closed.second)).isEqualTo(4);
      assertThat(mined(client, () -> client.conclude(open.state(5, true))).succeeded()).isFalse();
    }
  }

  @Test
  void payingCostsNothingBeyondThePayment() throws IOException {
    try (LocalChain chain = LocalChain.start(TestChains.options())) {
      ChainClient client = chain.client(PAYER);
      BigInteger before = chain.balance(PAYER.address());
      mined(client, () -> client.deposit(new TestChannel(1).id, Exit.COIN, BigInteger.ZERO, BigInteger.TEN));
      assertThat(before.subtract(chain.balance(PAYER.address()))).isEqualTo(10);
    }
  }

  @Test
  void anotherSenderOfTheSameAccountCostsOneFailureOnly() throws IOException {
    try (LocalChain chain = LocalChain.start(TestChains.options())) {
      ChainClient client = chain.client(PAYER);
      mined(client, () -> client.deposit(new TestChannel(1).id, Exit.COIN, BigInteger.ZERO, BigInteger.ONE));
      ChainClient other = chain.client(PAYER);
      mined(other, () -> other.deposit(new TestChannel(1).id, Exit.COIN, BigInteger.ZERO, BigInteger.ONE));
      assertThatIOException()
          .isThrownBy(() -> client.deposit(new TestChannel(1).id, Exit.COIN, BigInteger.ZERO, BigInteger.ONE))
          .isInstanceOf(RefusedException.class);
      assertThat(mined(client, () -> client.deposit(new TestChannel(1).id, Exit.COIN, BigInteger.ZERO, BigInteger.ONE))
          .succeeded()).isTrue();
    }
  }

  @Test
  void saysWhatAnvilSaidWhenItDoesNotStart() {
    ChainOptions options = ChainOptions.of(Path.of("/bin/false"));
    assertThatIOException().isThrownBy(() -> LocalChain.start(options)).withMessageContaining("did not start");
  }
}
