package protocol.wallet;

import history.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void aWalletThatDoesNotKnowTheChannelYetIsAskedAgain() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    bench.wallets.on("await running B", (caller, channel) -> switch (failures.incrementAndGet()) {
      case 1 -> CompletableFuture.failedFuture(WalletFailure.refused("not-found", "no such channel"));
      case 2 -> CompletableFuture.failedFuture(WalletFailure.unknown("timeout", "no answer"));
      default -> bench.wallets.later(caller, channel);
    });

    Operation opened = bench.pass(creates("job", new Funding.None()));

    assertThat(ending(opened)).isEqualTo("ok");
    assertThat(failures).hasValue(3);
    assertThat(Duration.ofNanos(opened.service())).as("two pauses").isGreaterThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whenPatienceEndsTheLastFailureIsTheOutcome() throws Exception {
    bench.wallets.fail("await running B", WalletFailure.refused("unavailable", "starting"));

    Operation given = bench.pass(creates("job", new Funding.None()));

    assertThat(ending(given)).isEqualTo("unknown unavailable");
    assertThat(Duration.ofNanos(given.service())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    assertThat(bench.wallets.asked).filteredOn("await running B c1"::equals)
        .as("asked, one second long")
        .hasSizeBetween(2, 5);
  }
}
