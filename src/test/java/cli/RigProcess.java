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
import java.util.stream.Stream;
import targets.Endpoint;
import targets.Target;
import targets.TargetFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@code broadside rig up …} in a process of its own.
 *
 * @param target what its target file says
 * @param said what it has said before it told how to end it
 * @param children the processes that it has started
 */
record RigProcess(Process process, Target target, List<String> said, List<ProcessHandle> children) {

  static final Duration DEADLINE = Duration.ofSeconds(40);

  /** Starts a rig, with its target file in that folder, and waits until it says how to end it. */
  static RigProcess up(Path folder, String... arguments) throws IOException {
    Path file = folder.resolve("rig.json");
    List<String> command = Stream
        .concat(
            Stream.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), "cli.Broadside", "rig", "up"),
            Stream.concat(Stream.of(arguments), Stream.of("--write-target", file.toString())))
        .toList();
    Process process = new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
    BufferedReader said = process.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null && !line.startsWith("Ctrl-C"); line = said.readLine()) {
      lines.add(line);
    }
    assertThat(lines).as("what it says").anyMatch(line -> line.contains("-Dtarget=" + file));
    Target target = TargetFile.read(file.toString(), RigProcess.class.getClassLoader());
    return new RigProcess(process, target, lines, process.descendants().toList());
  }

  /** Waits until nothing of it is left. */
  void assertGone() {
    await().atMost(DEADLINE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    await().atMost(DEADLINE).until(() -> target.endpoints().stream().noneMatch(RigProcess::keepsRows));
    assertThat(target.endpoints()).noneMatch(endpoint -> answers(endpoint, "/"));
  }

  /** PostgreSQL is no child of the process: it is asked whether it is still there. */
  static boolean keepsRows(Endpoint endpoint) {
    Endpoint.Database database = endpoint.database().orElseThrow();
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  /** Whether there is any answer to a GET. */
  static boolean answers(Endpoint endpoint, String path) {
    try {
      var connection = (HttpURLConnection) URI.create(endpoint.url() + path).toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(2_000);
      return connection.getResponseCode() > 0;
    } catch (IOException _) {
      return false;
    }
  }
}
