package protocol.wallet;

import history.Operation;
import history.Phase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import load.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import protocol.engine.ProtocolBench.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static protocol.wallet.WalletBench.closes;
import static protocol.wallet.WalletBench.creates;
import static protocol.wallet.WalletBench.createsLedger;
import static protocol.wallet.WalletBench.updates;

/** What a request's time is made of. */
final class PhasesTest {

  @RegisterExtension
  final WalletBench bench = new WalletBench();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void moneyOnChainIsDepositedAndFundedAndAtTheEndFinalizedAndPaid(boolean ledger) throws Exception {
    for (Status status : List.of(Status.DEPOSITED, Status.FUNDED, Status.RUNNING, Status.FINALIZED, Status.CLOSED)) {
      bench.wallets.on("await " + status.wireName() + " A", bench.wallets.slowly(status));
    }

    Operation opened = bench.pass(ledger ? createsLedger("job") : creates("job", new Funding.Direct()));
    Operation closed = bench.pass(closes("job"));

    assertInOrder(opened, "call", "deposited", "funded", "objective");
    assertInOrder(closed, "call", "finalized", "paid", "objective");
    for (Operation operation : List.of(opened, closed)) {
      assertThat(operation.phases()).filteredOn(phase -> !phase.name().equals("call"))
          .allMatch(phase -> phase.ended() - phase.started() >= FakeWallets.A_WHILE.toNanos());
    }
    assertThat(bench.users.rows()).extracting(Row::name)
        .containsExactly("call", "deposited", "funded", "objective", "call", "finalized", "paid", "objective");
  }

  @Test
  void withoutMoneyOnChainThereAreNoSuchPhases() throws Exception {
    bench.pass(createsLedger("ledger"));
    for (Funding funding : List.of(new Funding.None(), new Funding.Ledger("ledger"))) {
      assertInOrder(bench.pass(creates("job " + funding, funding)), "call", "objective");
      assertInOrder(bench.pass(updates("job " + funding)), "call", "objective");
      assertInOrder(bench.pass(closes("job " + funding)), "call", "objective");
    }
  }

  @Test
  void aChannelThatIsClosedAtFirstSightPassesBothAtOnce() throws Exception {
    bench.pass(creates("job", new Funding.Direct()));
    bench.wallets.on("close",
        (_, channel) -> CompletableFuture.completedFuture(bench.wallets.show(channel.channelId(), Status.CLOSED, 3)));
    bench.wallets.asked.clear();

    assertInOrder(bench.pass(closes("job")), "call", "finalized", "paid", "objective");

    assertThat(bench.wallets.asked).containsExactly("close A c1", "await closed B c1");
  }

  @Test
  void aWaitThatFindsItClosedPassesBothAtOnce() throws Exception {
    bench.pass(creates("job", new Funding.Direct()));
    bench.wallets.on("await finalized", bench.wallets.slowly(Status.CLOSED));
    bench.wallets.asked.clear();

    assertInOrder(bench.pass(closes("job")), "call", "finalized", "paid", "objective");

    assertThat(bench.wallets.asked).containsExactly("close A c1", "await finalized A c1", "await closed B c1");
  }

  /** Each phase begins where the one before it ends; the objective, last of all, begins with the call. */
  private static void assertInOrder(Operation operation, String... names) {
    List<Phase> phases = operation.phases();
    assertThat(phases).extracting(Phase::name).containsExactly(names);
    assertThat(phases.getFirst().started()).isEqualTo(operation.invocation().started());
    assertThat(phases.getLast().started()).isEqualTo(operation.invocation().started());
    assertThat(IntStream.range(1, phases.size() - 1))
        .allMatch(i -> phases.get(i).started() == phases.get(i - 1).ended());
    assertThat(phases).extracting(Phase::ended).isSorted();
    assertThat(phases.getLast().ended()).isLessThanOrEqualTo(operation.ended());
  }
}
