package protocol.wallet;

import history.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import load.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import protocol.engine.Expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static protocol.wallet.WalletBench.creates;
import static protocol.wallet.WalletBench.createsLedger;
import static protocol.wallet.WalletBench.ending;

/** What waits for a ledger channel, and for how long it says it has waited. */
@Timeout(60)
final class GatingTest {

  @RegisterExtension
  final WalletBench bench = new WalletBench();

  private final CompletableFuture<Void> agreed = new CompletableFuture<>();

  /** The ledger channel runs when the test says so. */
  private void holdTheLedger() {
    bench.wallets.on("await running",
        (_, channel) -> channel.channelId().equals("c1")
            ? agreed.thenApply(_ -> bench.wallets.show("c1", Status.RUNNING, 3))
            : CompletableFuture.completedFuture(bench.wallets.show(channel.channelId(), Status.RUNNING, 3)));
  }

  private WalletVerb borrows() {
    return creates("app", new Funding.Ledger("ledger")).due(Expression.constant(Duration.ZERO));
  }

  @Test
  void aCreateWaitsForItsLedgerAndTheWaitIsTheGates() throws Exception {
    holdTheLedger();
    var ledger = bench.beside(createsLedger("ledger"));
    await().until(() -> bench.wallets.asked.contains("await running B c1"));
    CompletableFuture<Void> there = new CompletableFuture<>();
    var app = bench.beside(borrows().due(_ -> {
      there.complete(null);
      return Duration.ZERO;
    }));
    there.get(30, TimeUnit.SECONDS);
    bench.users.loop().submit(() -> {}).get(30, TimeUnit.SECONDS);
    assertThat(bench.users.invocations()).as("the gate is shut").hasSize(1);
    agreed.complete(null);
    CompletableFuture.allOf(ledger, app).get(30, TimeUnit.SECONDS);

    Operation opened = bench.operation("create ledger channel");
    Operation sent = bench.operation("create channel");
    assertThat(ending(sent)).isEqualTo("ok");
    assertThat(sent.invocation().released()).as("when the ledger came to run")
        .isBetween(opened.phases().getLast().ended(), opened.ended());
    assertThat(sent.invocation().started()).isGreaterThanOrEqualTo(sent.invocation().released());
    assertThat(bench.wallets.created.getLast().path("funding").path("ledgerChannelId").asText()).isEqualTo("c1");
  }

  @Test
  void aLedgerThatRunsAlreadyHoldsNobodyUp() throws Exception {
    Operation opened = bench.pass(createsLedger("ledger"));
    Duration due = Duration.ofNanos(opened.ended() + 1_000);
    await().until(() -> bench.users.engine().clock().now() > due.toNanos());

    Operation late = bench.pass(borrows().due(Expression.constant(due)));

    assertThat(late.gated()).as("waited for the ledger").isZero();
    assertThat(late.lag()).as("late all by itself").isPositive();
  }

  @Test
  void withoutGatesItIsSentAtItsTimeReadyOrNot() throws Exception {
    bench.play(bench.protocol().gating(false));
    holdTheLedger();
    var ledger = bench.beside(createsLedger("ledger"));
    await().until(() -> bench.wallets.asked.contains("await running B c1"));
    var app = bench.beside(borrows());
    await().until(() -> bench.users.operations().size() == 1);
    Operation sent = bench.operation("create channel");
    assertThat(ending(sent)).as("the ledger has been accepted").isEqualTo("ok");
    assertThat(sent.gated()).isZero();
    agreed.complete(null);
    CompletableFuture.allOf(ledger, app).get(30, TimeUnit.SECONDS);
  }

  @Test
  void nothingIsSentWhenTheLedgerDoesNotOpen() throws Exception {
    bench.wallets.fail("create", WalletFailure.refused("invalid", "no"));
    Operation failed = bench.pass(createsLedger("ledger"));

    Operation hindered = bench.pass(borrows());

    assertThat(ending(hindered)).isEqualTo("refused dependency-failed");
    assertThat(hindered.invocation().released()).isEqualTo(failed.ended());
    assertThat(bench.wallets.created).hasSize(1);
  }
}
