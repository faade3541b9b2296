package lifecycle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import rig.chain.InstalledAnvil;
import simulations.rollup.ContractMixSimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** A mix of transactions is green on an honest chain, and red when a contract does not do what it should. */
@Execution(ExecutionMode.CONCURRENT)
final class ContractMixRunTest {

  private static final String SUPPLY = "token supply is conserved";
  private static final String REVERTS = "what must revert reverts";

  @TempDir
  private Path results;

  @BeforeEach
  void needsAChain() {
    InstalledAnvil.path();
  }

  @Test
  void everyKindIsSentAndAccountedFor() throws Exception {
    try (ForkedRun run = run("rate=40")) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("VERDICT: nothing was lost", "warm-up: deploy token", "read token",
          "arrival of the header");
      assertThat(run.summary().path("requests").findValuesAsText("name")).as(run::output)
          .containsExactlyInAnyOrder("transfer", "token transfer", "storage write", "deploy", "gas burner", "revert");
      assertThat(run.verdict(SUPPLY).toString()).contains("holds");
      assertThat(run.verdict(REVERTS).toString()).contains("holds");
    }
  }

  @Test
  void aLeakOfTheTokenIsFound() throws Exception {
    try (ForkedRun run = run("token=LeakyToken", "mix=" + mix("token transfer,1\n"))) {
      assertThat(run.exit()).as(run::output).isEqualTo(2);
      assertThat(run.verdict(SUPPLY).toString()).contains("broken", "accounts hold");
      assertThat(run.verdict("every transaction is accounted for").toString()).contains("holds");
    }
  }

  @Test
  void whatShouldRevertAndDoesNotIsAFailure() throws Exception {
    try (ForkedRun run = run("workbench=LenientWorkbench", "mix=" + mix("revert,1\ntransfer,4\n"))) {
      assertThat(run.exit()).as(run::output).isEqualTo(2);
      assertThat(run.output()).contains("not-reverted");
      assertThat(run.verdict(REVERTS).toString()).contains("broken", "it was supposed to revert");
      assertThat(run.verdict(SUPPLY).toString()).contains("holds");
    }
  }

  @Test
  void whatCannotBeUsedIsToldAtOnceWithItsPlaceAndTheFix() throws Exception {
    Path bad = mix("transfers,1\ndeploy,many\n");
    try (ForkedRun run = run("mix=" + bad, "token=Coin", "burn=1")) {
      assertThat(run.exit()).as(run::output).isEqualTo(1);
      assertThat(run.output()).contains(bad + " cannot be used: 2 problems",
          "line 2, transaction: 'transfers' is unknown; write one of deploy, gas burner, revert, storage write, token "
              + "transfer, transfer",
          "line 3, weight: 'many' is no weight", "-Dtoken=Coin cannot be used: no contract is called Coin",
          "-Dburn=1 cannot be used: give gas from 25000 to 16777216");
      assertThat(run.folder()).as("nothing was begun").isEqualTo(results);
    }
  }

  private Path mix(String rows) throws Exception {
    return Files.writeString(results.resolve("mix.csv"), "transaction,weight\n" + rows);
  }

  private ForkedRun run(String... settings) throws Exception {
    return ForkedRun.start(results, ContractMixSimulation.class,
        Stream
            .concat(Stream.of("rate=20", "duration=3s", "senders=20", "blockTime=200ms", "lead=3s", "seed=5"),
                Stream.of(settings))
            .toArray(String[]::new));
  }
}
