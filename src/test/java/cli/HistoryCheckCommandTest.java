package cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class HistoryCheckCommandTest {

  private static final Path CORPUS = Path.of("src/test/resources/histories");

  @TempDir
  private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(Object file, String... options) {
    return Broadside.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            Stream.concat(Stream.of("history", "check", file.toString()), Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void aHistoryThatHolds() {
    assertThat(check(CORPUS.resolve("bank/holds.edn"), "--workload", "bank")).isZero();
    assertThat(out.toString()).contains("holds.edn: 5 operations, workload bank")
        .contains("HOLDS: reads sum to the total; 2 reads of 2 accounts sum to 100");
  }

  @Test
  void aHistoryThatIsBroken() {
    assertThat(check(CORPUS.resolve("set/lost.edn"), "-w", "SET")).isEqualTo(1);
    assertThat(out.toString()).contains("BROKEN: added elements are read; 1 lost")
        .contains("  lost: 1 is not in the read at index 4, nor in a later one, though added until index 1");
  }

  @Test
  void aHistoryThatTellsNothing() {
    assertThat(check(CORPUS.resolve("counter/undetermined--no-read.edn"), "-w", "counter")).isEqualTo(3);
    assertThat(out.toString()).contains("UNDETERMINED: counts stay within bounds; nothing was looked at");
  }

  @Test
  void rulesCanBeGiven() {
    Path bank = CORPUS.resolve("bank/negative-balance.edn");
    assertThat(check(bank, "-w", "bank")).isEqualTo(1);
    assertThat(check(bank, "-w", "bank", "--allow-negative-balances")).isZero();
    assertThat(check(bank, "-w", "bank", "--allow-negative-balances", "--total", "21")).isEqualTo(1);
    assertThat(check(bank, "-w", "bank", "--allow-negative-balances", "--accounts", "0")).isEqualTo(1);
    Path set = CORPUS.resolve("set/stale--linearizable.edn");
    assertThat(check(set, "-w", "set")).isZero();
    assertThat(check(set, "-w", "set", "--linearizable")).isEqualTo(1);
  }

  @Test
  void whatIsWrongWithTheFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a.edn"), "{:type :ok, :f :read, :process 4}");
    assertThat(check(file, "-w", "set")).isEqualTo(2);
    assertThat(err.toString()).contains("a.edn: line 1: :process 4 ends what it never began");
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(check(folder.resolve("none.edn"), "-w", "set")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no history " + folder.resolve("none.edn"));
    assertThat(check(CORPUS.resolve("bank/holds.edn"), "-w", "piggy-bank")).isEqualTo(2);
    assertThat(err.toString()).contains("piggy-bank is none of bank, set, counter");
  }
}
