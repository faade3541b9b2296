package history;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class KilledTest {

  private static final long ENOUGH = 20_000;

  @TempDir
  private Path folder;

  @Test
  @Timeout(60)
  void whatAProcessKilledWithoutWarningHadFlushedIsReadable() throws Exception {
    Path file = folder.resolve("history.jsonl");
    long sure = runAndKill(file);
    try (var operations = new JournalFile(file).operations()) {
      assertThat(operations.filter(Operation::ok).count()).isGreaterThanOrEqualTo(sure);
    }
  }

  private static long runAndKill(Path file) throws Exception {
    Process victim = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m", "-cp",
        System.getProperty("java.class.path"), JournalVictim.class.getName(), file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    long sure = 0;
    try (BufferedReader output = victim.inputReader()) {
      while (sure < ENOUGH) {
        sure = Long.parseLong(output.readLine());
      }
    } finally {
      victim.destroyForcibly(); // SIGKILL
    }
    assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return sure;
  }
}
