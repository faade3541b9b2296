package protocol.wallet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import load.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import protocol.rpc.node.FakeNode;
import targets.Capability;
import targets.ChainSpec;
import targets.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static protocol.wallet.WalletBench.PARTICIPANTS;
import static protocol.wallet.WalletBench.TARGET;
import static protocol.wallet.WalletBench.creates;
import static protocol.wallet.WalletBench.ending;
import static protocol.wallet.WalletBench.updates;

/** Wallets of another kind are one implementation of {@link WalletClient}. */
final class WalletKindTest {

  @RegisterExtension
  final WalletBench bench = new WalletBench();

  @Test
  void oneClientSpeaksForAllUsers() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    bench.play(bench.protocol().client(target -> {
      assertThat(target).isSameAs(TARGET);
      opened.incrementAndGet();
      return bench.wallets;
    }));

    assertThat(ending(bench.pass(creates("job", new Funding.None())))).isEqualTo("ok");
    assertThat(ending(bench.pass(updates("job")))).isEqualTo("ok");

    assertThat(opened).hasValue(1);
    assertThat(bench.wallets.asked).startsWith("create A c1").contains("await running B c1", "update A c1");
  }

  @Test
  void theyAreNotAskedWhoTheyAre() {
    assertThat(WalletPreflight.problems(bench.protocol(), PARTICIPANTS, Set.of(Capability.LEDGER_FUNDING))).isEmpty();
    assertThat(WalletPreflight.problems(bench.protocol(), PARTICIPANTS, Set.of(Capability.STATE_LOG))).singleElement()
        .asString()
        .contains("state-log");
  }

  @Test
  void thoseOfOurOwnWireAre() {
    var ours = WalletProtocol.of(bench.users.engine(), () -> TARGET);
    assertThat(WalletPreflight.problems(ours, PARTICIPANTS, Set.of())).hasSize(2)
        .allMatch(problem -> problem.contains("does not answer"));
  }

  @Test
  void theirClientTellsWhereTheyWantToBePaid() throws Exception {
    try (FakeNode node = new FakeNode()) {
      node.answers("eth_blockNumber", "0x1");
      node.answers("eth_getBalance", "0x0");
      ChainSpec chain = new ChainSpec(node.url(), 1, "0x" + "c".repeat(40), 0, false);
      Target onChain = new Target("fake", "wallet", TARGET.endpoints(), Optional.of(chain), List.of(),
          TARGET.capabilities(), Optional.empty());
      bench.play(WalletProtocol.of(bench.users.engine(), () -> onChain).client(_ -> bench.wallets));

      assertThat(ending(bench.pass(creates("job", new Funding.None())))).isEqualTo("ok");

      assertThat(node.asked).filteredOn(asked -> asked.method().equals("eth_getBalance"))
          .extracting(asked -> asked.params().get(0).asText())
          .containsExactlyInAnyOrder("0x" + "a".repeat(40), chain.adjudicator());
    }
  }
}
