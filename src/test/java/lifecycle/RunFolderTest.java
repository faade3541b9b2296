package lifecycle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several runs of one simulation have begun at once in one results folder. */
final class RunFolderTest {

  private static final Path UNKNOWN = Path.of("no", "such", "folder");

  @TempDir
  private Path results;

  /** A run with a journal that holds this text. */
  private RunFolder run(String journal) throws IOException {
    return with(journal, RunFolder.create(results, "Ask"));
  }

  /** The same, where the system does not tell which files are open. */
  private RunFolder blindRun(String journal) throws IOException {
    return with(journal, RunFolder.create(results, "Ask", UNKNOWN));
  }

  private static RunFolder with(String journal, RunFolder folder) throws IOException {
    Files.writeString(folder.path().resolve(RunFolder.JOURNAL), journal);
    return folder;
  }

  private Path gatlings(String name) throws IOException {
    Path folder = Files.createDirectories(results.resolve(name));
    Files.createFile(folder.resolve("simulation.log"));
    return folder;
  }

  private static FileChannel log(Path folder) throws IOException {
    return FileChannel.open(folder.resolve("simulation.log"), StandardOpenOption.WRITE);
  }

  /** The journals that are left, by their folders. */
  private Map<Path, String> journals() throws IOException {
    Map<Path, String> journals = new TreeMap<>();
    try (Stream<Path> files = Files.walk(results, 2)) {
      for (Path file : files.filter(file -> file.endsWith(RunFolder.JOURNAL)).toList()) {
        journals.put(file.getParent(), Files.readString(file));
      }
    }
    return journals;
  }

  @Test
  void aRunMovesToTheLogThatItsOwnProcessWrites() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "the system does not tell");
    RunFolder run = run("ours");
    gatlings("ask-1");
    assertThat(run.adopt()).as("into another process's folder").isFalse();
    Path ours = gatlings("ask-2");
    try (FileChannel _ = log(ours)) {
      assertThat(run.adopt()).isTrue();
    }
    assertThat(run.path()).isEqualTo(ours);
    assertThat(journals()).isEqualTo(Map.of(ours, "ours"));
  }

  @Test
  void aRunOfAnotherSimulationIsLeftAlone() throws IOException {
    RunFolder run = blindRun("ours");
    gatlings("buy-1");
    assertThat(run.adopt()).isFalse();
    assertThat(journals()).isEqualTo(Map.of(run.path(), "ours"));
  }

  @RepeatedTest(50)
  void noJournalIsLostWhereverTheRunsMove() throws Exception {
    List<RunFolder> runs = List.of(blindRun("one"), blindRun("two"), blindRun("three"));
    Path first = gatlings("ask-1");
    Path second = gatlings("ask-2");
    try (ExecutorService threads = Executors.newFixedThreadPool(runs.size())) {
      for (Future<Boolean> _ : threads.invokeAll(runs.stream().<Callable<Boolean>>map(run -> run::adopt).toList())) {
        // all have tried once
      }
    }
    for (RunFolder run : runs) {
      run.adopt();
    }
    assertThat(journals()).hasSize(3).containsKeys(first, second).containsValues("one", "two", "three");
  }
}
