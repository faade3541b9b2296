package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** A run in a process of its own, started as the Maven plugin does. Everything that waits has a deadline; closing leaves no process behind. */
final class ForkedRun implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofMinutes(3);
  private static final int INTERRUPT = 2; // the number of SIGINT
  private static final ObjectMapper JSON = new ObjectMapper();
  /** What takes a process least time to start with: most of these runs last seconds. */
  private static final List<String> JVM = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
      "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
      "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow");

  private final Path results;
  private final Path output;
  private final Process process;

  private ForkedRun(Path results, Path output, Process process) {
    this.results = results;
    this.output = output;
    this.process = process;
  }

  /**
   * Starts a run.
   *
   * @param results an empty folder
   * @param settings each {@code name=value}
   */
  static ForkedRun start(Path results, Class<?> simulation, String... settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(JVM);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dresults=" + results));
    Arrays.stream(settings).map(setting -> "-D" + setting).forEach(command::add);
    command.addAll(List.of("io.gatling.app.Gatling", "-s", simulation.getName(), "-rf", results.toString(), "-nr"));
    Path output = Files.createTempFile(results, "output", ".txt");
    return new ForkedRun(results, output,
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start());
  }

  /** Waits for the end, and tells the exit code. */
  int exit() throws Exception {
    assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).as("ends in time; so far: %s", output())
        .isTrue();
    return process.exitValue();
  }

  /** Waits for so long; whether it has ended by then. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What it has printed so far. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until its history has so many lines with this text. */
  void awaitHistory(String text, int times) {
    await().atMost(DEADLINE).until(() -> process.isAlive() && lines(text) >= times);
  }

  /** Waits until it has printed this text. */
  void awaitOutput(String text) {
    await().atMost(DEADLINE).until(() -> process.isAlive() && output().contains(text));
  }

  private long lines(String text) throws IOException {
    Path journal = folder().resolve("history.jsonl");
    if (!Files.exists(journal)) {
      return 0; // not yet, or on its way into Gatling's folder
    }
    try (Stream<String> lines = Files.lines(journal)) {
      return lines.filter(line -> line.contains(text)).count();
    }
  }

  /** Sends a signal, for example {@code INT}; the test is skipped where nobody could: what a script starts with {@code &} ignores interrupts. */
  void signal(String name) throws Exception {
    assumeFalse(name.equals("INT") && ignoresInterrupts(), "SIGINT is ignored by whoever started this");
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status"); // on Linux
    if (!Files.exists(status)) {
      return false;
    }
    List<String> lines = Files.readAllLines(status);
    String ignored = lines.stream().filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow();
    return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) >> (INTERRUPT - 1) & 1) == 1;
  }

  /** The processes that it has started, and those that they have. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** The run's folder; the one with results in it, the results folder itself while there is none. */
  Path folder() throws IOException {
    try (Stream<Path> folders = Files.list(results)) {
      return folders.filter(folder -> Files.exists(folder.resolve("history.jsonl"))).findFirst().orElse(results);
    }
  }

  /** A JSON file of the run's folder. */
  JsonNode json(String file) throws IOException {
    return JSON.readTree(folder().resolve(file).toFile());
  }

  JsonNode summary() throws IOException {
    return json("summary.json");
  }

  /** What {@code verdicts.json} says of the invariant with this title. */
  JsonNode verdict(String title) throws IOException {
    for (JsonNode verdict : json("verdicts.json").path("verdicts")) {
      if (verdict.path("title").asText().equals(title)) {
        return verdict;
      }
    }
    throw new AssertionError("no verdict on '" + title + "' in " + json("verdicts.json"));
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> children = children();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
