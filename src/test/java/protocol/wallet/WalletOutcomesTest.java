package protocol.wallet;

import history.Operation;
import load.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static protocol.wallet.WalletBench.creates;
import static protocol.wallet.WalletBench.ending;

/** How requests end, in the history and in Gatling's report. */
final class WalletOutcomesTest {

  @RegisterExtension
  final WalletBench bench = new WalletBench();

  @Test
  void ofAnAcceptedChannelWithoutAGoodEndTheHistoryTellsWhichOneItIsAndNothingElse() throws Exception {
    bench.wallets.on("await running", bench.wallets::later);

    Operation stuck = bench.pass(creates("job", new Funding.None()));

    assertThat(ending(stuck)).isEqualTo("unknown stuck");
    assertThat(stuck.answered())
        .hasToString("{\"channelId\":\"c1\",\"participants\":[{\"participantId\":\"A\"},{\"participantId\":\"B\"}]}");
  }

  @Test
  void ofAChannelThatNoWalletHasAcceptedTheHistoryTellsNothing() throws Exception {
    bench.wallets.fail("create", WalletFailure.refused("invalid", "no"));

    assertThat(bench.pass(creates("job", new Funding.None())).answered().isNull()).isTrue();
  }
}
