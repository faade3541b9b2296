package cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import load.Instruction;
import load.LoadFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;

final class LoadCommandTest {

  private static final Path FEEDERS = Path.of("src/test/resources/feeders/wallet");

  @TempDir
  private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void makesTheReadyFilesAgainByteByByte() throws IOException {
    List<String> commands = Files.readAllLines(FEEDERS.resolve("README.md"))
        .stream()
        .filter(line -> line.startsWith("    broadside load generate "))
        .toList();
    assertThat(commands).hasSize(8);
    for (String command : commands) {
      List<String> words = new ArrayList<>(List.of(command.strip().split(" +")));
      String name = words.get(words.indexOf("-o") + 1);
      words.set(words.indexOf("-o") + 1, folder.resolve(name).toString());
      assertThat(run(words.subList(1, words.size()))).isZero();
      assertThat(folder.resolve(name)).as(name).hasSameBinaryContentAs(FEEDERS.resolve(name));
    }
  }

  @Test
  void printsTheSeedItTook() {
    String file = folder.resolve("load.json").toString();
    assertThat(run(List.of("load", "generate", "-o", file))).isZero();
    assertThat(out.toString()).matches("(?s).*load\\.json: 60 instructions, seed \\d+\\s*");
  }

  @Test
  void checkShowsWhatIsInAFile() {
    assertThat(run(List.of("load", "check", FEEDERS.resolve("main.json").toString()))).isZero();
    assertThat(out.toString()).containsPattern("main\\.json: 667 instructions of 112 jobs over 54\\.3 s; stay open: 1")
        .containsPattern("CreateChannel +56 +55 +111")
        .containsPattern("UpdateChannel +222 +222 +444")
        .containsPattern(" 35\\.0 +19\\.6 #{50}")
        .containsPattern("ledger-1 +200,000 +34 +23 ");
  }

  @Test
  void checkWarnsOfALedgerThatCannotLend() throws IOException {
    String rich = Files.readString(FEEDERS.resolve("main.json"));
    Path poor = Files.writeString(folder.resolve("poor.json"), rich.replace("0x0186a0", "0x01"));
    assertThat(run(List.of("load", "check", poor.toString()))).isZero();
    assertThat(out.toString()).contains("ledger-1 cannot lend what is planned");
  }

  @Test
  void checkOfABadFileFailsWithEveryProblem() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "[{\"type\": \"Open\", \"timestamp\": -1}]");
    assertThat(run(List.of("load", "check", bad.toString()))).isEqualTo(1);
    assertThat(err.toString())
        .contains("bad.json cannot be used: 4 problems", "type: \"Open\" is unknown", "timestamp: -1 is wrong")
        .doesNotContain("at load.");
  }

  @Test
  void checkKnowsTheRolesOfTheRoleFile() throws IOException {
    Path roles = Files.writeString(folder.resolve("roles.json"),
        "{\"B\": {}, \"C\": {\"privateKey\": \"" + "5".repeat(64) + "\", \"chainPrivateKey\": \"" + "6".repeat(64)
            + "\", \"destination\": \"0x" + "c".repeat(40) + "\"}}");
    String file = FEEDERS.resolve("ten-steps.json").toString();
    assertThat(run(List.of("load", "check", file, "--roles", roles.toString()))).isEqualTo(1);
    assertThat(err.toString()).contains("serverId: \"A\" is unknown; known: B, C");
  }

  @Test
  void nonsenseIsRefusedInOneLineWithTheFix() {
    refused("give for example 500ms, 20s, 2m or 1h", "-d", "20");
    refused("a create rate is above 0", "--create-rate", "0");
    refused("no channel fits", "-d", "10s", "-f", "Ledger");
    refused("give closes per second, for example 0.5, or all", "--close-rate", "some");
    refused("with a number of channels, give a close rate of all or 0", "-n", "5", "--close-rate", "2");
    refused("give for example 5 or 100..1000", "--amount", "few");
    refused("the lesser first", "--amount", "9..5");
    refused("expected one of [NONE, DIRECT, LEDGER]", "-f", "Virtual");
    refused("give a number of ledger channels or their rate, not both", "-l", "2", "--ledger-rate", "1");
    refused("a ledger time is from 1ms to the load's 60000ms", "-f", "Ledger", "--ledger-time", "61s");
    refused("a number of ledger channels is from 1 to 1000", "-f", "Ledger", "--ledger-rate", "0.01");
    refused("Possible solutions: --seed", "--sed", "5");
  }

  @Test
  void ledgerChannelsComeAtARateAndWithinATime() {
    Path file = folder.resolve("load.json");
    assertThat(run(List.of("load", "generate", "-o", file.toString(), "-f", "Ledger", "-cr", "5", "--ledger-rate",
        "0.5", "--ledger-time", "20s", "--ledger-delay", "1s"))).isZero();
    List<Instruction> ledgers = LoadFile.read(file, Set.of())
        .jobs()
        .stream()
        .map(job -> job.instructions().getFirst())
        .filter(step -> step instanceof Instruction.CreateLedgerChannel)
        .toList();
    assertThat(ledgers).hasSize(10)
        .allMatch(ledger -> ledger.timestamp() <= 20_000)
        .anyMatch(ledger -> ledger.timestamp() > 5_000);
  }

  @Test
  void everyOptionTellsItsDefault() {
    CommandLine generate = Broadside.commandLine().getSubcommands().get("load").getSubcommands().get("generate");
    assertThat(
        generate.getCommandSpec().options().stream().filter(option -> !option.usageHelp() && !option.versionHelp()))
        .hasSizeGreaterThan(20)
        .allMatch(option -> option.required() || option.longestName().equals("--channels")
            || String.join(" ", option.description()).toLowerCase().contains("default"), "tells its default")
        .extracting(OptionSpec::longestName)
        .contains("--seed", "--duration", "--arrivals");
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("load.json/inside"));
    assertThat(run(List.of("load", "generate", "-o", String.valueOf(taken.getParent())))).isEqualTo(1);
    assertThat(err.toString()).contains("load.json cannot be written").doesNotContain("at load.");
  }

  private void refused(String message, String... options) {
    List<String> words = new ArrayList<>(List.of("load", "generate", "-o", folder.resolve("refused.json").toString()));
    words.addAll(List.of(options));
    err.getBuffer().setLength(0);
    assertThat(run(words)).as(message).isEqualTo(2);
    assertThat(err.toString()).contains(message).hasLineCount(2);
    assertThat(folder.resolve("refused.json")).doesNotExist();
  }

  private int run(List<String> words) {
    return Broadside.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words.toArray(String[]::new));
  }
}
