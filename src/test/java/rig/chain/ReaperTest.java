package rig.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rig.Reaper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
final class ReaperTest {

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  @Test
  void nothingOutlivesAKilledJvm() throws IOException {
    Process jvm = victim();
    try (BufferedReader output = jvm.inputReader()) {
      ProcessHandle anvil = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      Path folder = Path.of(output.readLine());
      assertThat(anvil.isAlive()).isTrue();
      assertThat(folder).isNotEmptyDirectory();
      jvm.destroyForcibly();
      await().atMost(DEADLINE).until(() -> !anvil.isAlive());
      await().atMost(DEADLINE).until(() -> Files.notExists(folder));
    }
  }

  private static Process victim() throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    return new ProcessBuilder(java, "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(),
        ReaperVictim.class.getName(), TestChains.options().anvil().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void aChildThatIsWatchedRunsOnUntilItIsEnded() throws IOException, InterruptedException {
    Process child = Reaper.start(new ProcessBuilder("cat"));
    assertThat(child.isAlive()).isTrue();
    child.getOutputStream().close();
    assertThat(child.waitFor(DEADLINE)).isTrue();
  }

  @Test
  void ctrlCInTheTerminalDoesNotReachAChild() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux tells a process's session so");
    Process child = Reaper.start(new ProcessBuilder("sh", "-c", "cut -d' ' -f6 /proc/$$/stat; cat"));
    try (BufferedReader output = child.inputReader()) {
      assertThat(output.readLine()).as("its session").isEqualTo(Long.toString(child.pid()));
    } finally {
      child.destroyForcibly();
    }
  }
}
