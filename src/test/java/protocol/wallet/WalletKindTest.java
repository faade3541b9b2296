package protocol.wallet;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import load.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import targets.Capability;

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
}
