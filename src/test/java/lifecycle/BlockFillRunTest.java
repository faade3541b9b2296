package lifecycle;

import account.Keyring;
import contract.Workbench;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rig.chain.ChainOptions;
import rig.chain.InstalledAnvil;
import rig.chain.LocalNode;
import simulations.rollup.BlockFillSimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Blocks with room for 20 million gas are filled, and it is told how far; what they have no room for is not begun. */
@Execution(ExecutionMode.CONCURRENT)
final class BlockFillRunTest {

  @TempDir
  private Path results;

  @BeforeEach
  void needsAChain() {
    InstalledAnvil.path();
  }

  @Test
  void tellsHowFullTheBlocksWereAndWhoWasTheLimit() throws Exception {
    try (ForkedRun run = run("duration=5s")) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("VERDICT: nothing was lost", "arrival of the header");
      assertThat(run.summary().path("remarks").toString()).contains("gas       10.000 million asked for each of ",
          " blocks, 50.0 % of what they have room for", "reached   min ", "full      min ", "limit     ");
      assertThat(run.verdict("every transaction is accounted for").toString()).contains("holds");
    }
  }

  @Test
  void endsAfterSoManyBlocks() throws Exception {
    try (ForkedRun run = run("blocks=4", "gasPerBlock=2000000")) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("gas       2.000 million asked for each of 4 blocks, 10.0 %");
    }
  }

  @Test
  void sendsLessToANodeThatHasNoRoomForMore() throws Exception {
    ChainOptions options = ChainOptions.of(InstalledAnvil.path())
        .withId(31_337)
        .withBlockTime(Duration.ofMillis(500))
        .withGas(new ChainOptions.Gas(20_000_000, 1_000_000_000));
    String funder = Keyring.dev(31_337).accounts(1).getFirst().address();
    try (LocalNode chain = LocalNode.start(options, List.of(funder), BigInteger.TEN.pow(21));
        StingyNode node = new StingyNode(chain.url(), Workbench.burn(0).data().substring(2), 8);
        ForkedRun run = run("duration=6s", "target=" + target(node, chain), "successRate=80")) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("VERDICT: nothing was lost")
          .containsPattern(
              "limit .*the node, which refused some in ([3-9]|1[0-9]) blocks.*not included: pool-full \\d+");
      long refused = run.summary().at("/accounting/total/refused").asLong();
      assertThat(refused).as("it does not knock at the door for ever").isLessThan(60);
    }
  }

  private Path target(StingyNode node, LocalNode chain) throws Exception {
    return Files.writeString(results.resolve("stingy.conf"),
        "system = rollup\nchains { l2 { id = 31337, url = \"%s\", ws = \"%s\" } }".formatted(node.url(),
            chain.socket()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      textBlock = """
          gasPerBlock=20000020 | -DgasPerBlock=20000020 cannot be reached: a block has room for 20,000,000 gas; give at most that
          gasPerBlock=100000   | 100,000 gas in 20 transactions is 5,000 for each, and one takes 25,000 at least: give fewer
          transactions=500     | 10,000,000 gas in 500 transactions is 20,000 for each, and one takes 25,000 at least: give fewer
          gasPerBlock=none     | -DgasPerBlock=none cannot be used: give a whole number, 0 or more
          """)
  void whatBlocksHaveNoRoomForIsNotBegun(String setting, String why) throws Exception {
    try (ForkedRun run = run(setting)) {
      assertThat(run.exit()).as(run::output).isEqualTo(1);
      assertThat(run.output()).contains(why);
      assertThat(run.folder()).as("nothing was begun").isEqualTo(results);
    }
  }

  @Test
  void oneTransactionMayNotTakeMoreThanTheProtocolAllows() throws Exception {
    try (ForkedRun run = run("gasLimit=120000000", "transactions=3")) {
      assertThat(run.exit()).as(run::output).isEqualTo(1);
      assertThat(run.output()).contains(
          "60,000,000 gas in 3 transactions is 20,000,000 for each, and one may take 16,777,216 at most: give more");
    }
  }

  private ForkedRun run(String... settings) throws Exception {
    return ForkedRun.start(results, BlockFillSimulation.class,
        Stream
            .concat(Stream.of("gasLimit=20000000", "transactions=20", "senders=20", "blockTime=500ms", "lead=2s"),
                Stream.of(settings))
            .toArray(String[]::new));
  }
}
