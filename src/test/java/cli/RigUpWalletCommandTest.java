package cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import targets.Endpoint;
import targets.Target;
import targets.TargetFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The rig alone, in a process of its own: it is up, told by its target file, and gone without a trace however it ends. */
@Timeout(120)
final class RigUpWalletCommandTest {

  private static final Duration DEADLINE = Duration.ofSeconds(40);

  @TempDir
  Path folder;

  @Test
  void stopsCleanlyWhenAsked() throws Exception {
    Process rig = up();
    Target target = target();
    List<ProcessHandle> children = rig.descendants().toList();
    assertThat(children).isNotEmpty();
    assertThat(target.endpoints()).allMatch(RigUpWalletCommandTest::answers)
        .allMatch(RigUpWalletCommandTest::keepsRows);

    rig.toHandle().destroy(); // as the process itself would close what it still says

    assertThat(rig.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(rig.inputReader().readAllLines()).contains("The rig is down.");
    assertGone(target, children);
  }

  @Test
  void leavesNothingWhenKilled() throws Exception {
    Process rig = up();
    Target target = target();
    List<ProcessHandle> children = rig.descendants().toList();

    rig.destroyForcibly();

    assertGone(target, children);
  }

  /** Starts the rig and waits until it says how to end it. */
  private Process up() throws IOException {
    List<String> command = List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
        System.getProperty("java.class.path"), "cli.Broadside", "rig", "up", "wallet", "--chain", "none",
        "--write-target", folder.resolve("rig.json").toString());
    Process process = new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
    BufferedReader said = process.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null && !line.startsWith("Ctrl-C"); line = said.readLine()) {
      lines.add(line);
    }
    assertThat(lines).as("what it says").anyMatch(line -> line.contains("-Dtarget=" + folder.resolve("rig.json")));
    return process;
  }

  private Target target() {
    return TargetFile.read(folder.resolve("rig.json").toString(), getClass().getClassLoader());
  }

  private static void assertGone(Target target, List<ProcessHandle> children) {
    await().atMost(DEADLINE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    await().atMost(DEADLINE).until(() -> target.endpoints().stream().noneMatch(RigUpWalletCommandTest::keepsRows));
    assertThat(target.endpoints()).noneMatch(RigUpWalletCommandTest::answers);
  }

  /** PostgreSQL is no child of the process: it is asked whether it is still there. */
  private static boolean keepsRows(Endpoint endpoint) {
    Endpoint.Database database = endpoint.database().orElseThrow();
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  private static boolean answers(Endpoint endpoint) {
    try {
      var connection = (HttpURLConnection) URI.create(endpoint.url() + "/").toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(2_000);
      return connection.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }
}
