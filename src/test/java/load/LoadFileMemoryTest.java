package load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import load.generator.Amounts;
import load.generator.FundingMix;
import load.generator.GeneratorOptions;
import load.generator.Ledgers;
import load.generator.LoadGenerator;
import load.generator.Uniform;
import load.generator.Updates;
import load.generator.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** A million instructions fit into a gibibyte; here a twentieth of both, in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
final class LoadFileMemoryTest {

  private static final int CHANNELS = 8_500;
  private static final String HEAP = "-Xmx52m";

  @TempDir
  private Path folder;

  @Test
  @Timeout(120)
  void aLargeFileIsReadInASmallHeap() throws Exception {
    for (String name : List.of("load.json", "load.csv")) {
      Path file = folder.resolve(name);
      assertThat(new LoadWriter(file, false).write(generator()::instructions, Headway.UNTOLD)).isEqualTo(51_001);
      assertThat(check(file)).contains("51,001 instructions of 8,501 jobs");
    }
  }

  private String check(Path file) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    File printed = folder.resolve("printed").toFile();
    Process process = new ProcessBuilder(java.toString(), HEAP, "-cp", System.getProperty("java.class.path"),
        "cli.Broadside", "load", "check", file.toString()).redirectErrorStream(true).redirectOutput(printed).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(printed.toPath())).isZero();
      return Files.readString(printed.toPath());
    } finally {
      process.destroyForcibly();
    }
  }

  private static LoadGenerator generator() {
    Duration tenSeconds = Duration.ofSeconds(10);
    var volume = new Volume.ByCount(CHANNELS, Duration.ofMinutes(10), tenSeconds, true);
    var ledgers = new Ledgers(1, Duration.ZERO, 1_000_000_000);
    return new LoadGenerator(new GeneratorOptions(Roles.defaults(), 1, volume, new Uniform(), new FundingMix(1, 1, 1),
        ledgers, new Updates(4, tenSeconds), new Amounts(1, 1_000_000)));
  }
}
