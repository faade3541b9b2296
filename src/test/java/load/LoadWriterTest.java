package load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class LoadWriterTest {

  @TempDir
  private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    List<Job> jobs = jobs();
    for (String name : List.of("load.json", "load.csv", "new/folder/load.json")) {
      for (boolean pretty : new boolean[] {true, false}) {
        Path file = folder.resolve(name);
        assertThat(new LoadWriter(file, pretty).write(() -> instructions(jobs), Headway.UNTOLD)).isEqualTo(6);
        assertThat(LoadFile.read(file, Set.of()).jobs()).as(name).isEqualTo(jobs);
      }
    }
  }

  @Test
  void writesTheOriginalsSpellings() throws IOException {
    Path file = folder.resolve("load.json");
    new LoadWriter(file, false).write(() -> instructions(jobs()), Headway.UNTOLD);
    assertThat(Files.readString(file)).contains("\"updateParams\":{\"allocations\":[{\"asset\":", "\"amount\":\"0x05\"",
        "\"fundingInfo\":{\"type\":\"Ledger\",\"fundingLedgerJob\":\"bank\"}", "\"ledgerChannelParams\":");
  }

  @Test
  void withoutIndentsEachInstructionIsALine() throws IOException {
    Path file = folder.resolve("load.json");
    new LoadWriter(file, false).write(() -> instructions(jobs()), Headway.UNTOLD);
    assertThat(Files.readAllLines(file)).hasSize(8);
  }

  @Test
  void tellsHowFarItHasCome() throws IOException {
    List<String> told = new ArrayList<>();
    Headway headway = (done, instructions) -> told.add(done + " " + instructions);
    new LoadWriter(folder.resolve("load.json"), false).write(() -> instructions(jobs().subList(0, 1)), headway);
    new LoadWriter(folder.resolve("load.csv"), false).write(() -> instructions(jobs().subList(1, 2)), headway);
    String columns = "looked through for their columns ";
    assertThat(told).containsExactly("written 1", columns + 1, columns + 2, columns + 3, "written 1", "written 2",
        "written 3");
  }

  @Test
  void anOlderFileStaysWhenTheNewOneCannotBeWritten() throws IOException {
    List<Job> jobs = jobs();
    Path file = Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("load.json"), "old");
    Stream<Instruction> broken = instructions(jobs).peek(step -> {
      if (step instanceof Instruction.CloseChannel) {
        throw new UncheckedIOException(new IOException("disk full"));
      }
    });
    assertThatThrownBy(() -> new LoadWriter(file, false).write(() -> broken, Headway.UNTOLD))
        .hasMessageContaining("disk full");
    assertThat(file).hasContent("old");
    try (Stream<Path> left = Files.list(folder.resolve("out"))) {
      assertThat(left).containsExactly(file);
    }
  }

  private List<Job> jobs() {
    return LoadFile
        .read(Steps.file(folder, Steps.ledger("bank", 1),
            Steps.create("one", 2, "{\"type\": \"Ledger\", \"fundingLedgerJob\": \"bank\"}"), Steps.update("one", 3),
            Steps.close("one", 4), Steps.create("two", 5, "{\"type\": \"None\"}"), Steps.create("three", 6)), Set.of())
        .jobs();
  }

  private static Stream<Instruction> instructions(List<Job> jobs) {
    return jobs.stream().flatMap(job -> job.instructions().stream());
  }
}
