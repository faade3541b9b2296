package account;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever writes an accounts file may be killed at any moment. */
@Timeout(120)
final class KilledWriterTest {

  private static final int KILLS = Integer.getInteger("kills", 6);
  private static final int MOST_WRITES = 60;

  @TempDir
  Path folder;

  @Test
  void whatWasToldToBeThereIsThere() throws IOException, InterruptedException {
    var random = new Random();
    Path file = folder.resolve("accounts-victim.json");
    for (int i = 0; i < KILLS; i++) {
      int told = toldBeforeTheKill(file, random.nextInt(1, MOST_WRITES), random.nextInt(3_000));
      Books books = BooksJson.read(file);
      assertThat(books.children()).as("kill %d", i).hasSizeBetween(told, told + 1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
      AccountsFile.open(file).close();
    }
  }

  /** Reads that many lines, then a little later kills, then reads what was on its way. */
  private static int toldBeforeTheKill(Path file, int writes, int micros) throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process victim = new ProcessBuilder(java, "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", AccountsFileVictim.class.getName(),
        file.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    int told = 0;
    try (BufferedReader output = victim.inputReader()) {
      for (int i = 0; i < writes; i++) {
        told = Integer.parseInt(output.readLine());
      }
      victim.waitFor(micros, TimeUnit.MICROSECONDS);
      // Unlike the process, its handle leaves the output open.
      victim.toHandle().destroyForcibly();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        told = Integer.parseInt(line);
      }
    } finally {
      victim.destroyForcibly().waitFor();
    }
    return told;
  }
}
