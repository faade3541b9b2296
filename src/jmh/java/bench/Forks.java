package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Processes of a benchmark, with its own JVM and class path; all of them die with it. */
final class Forks implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Process> processes = new ArrayList<>();
  private final Thread hook = new Thread(this::kill);

  Forks() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a main class; what it prints goes to the given file. */
  Process java(Path output, List<String> options, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
        "--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(main);
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    processes.add(process);
    return process;
  }

  /** Starts a server, and returns when it has written the file that tells where it answers. */
  Process server(Path told, List<String> options, String main) throws IOException {
    Process server = java(told.resolveSibling(told.getFileName() + ".log"), options, main, told.toString());
    CompletableFuture<Void> there = new CompletableFuture<>();
    try (ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor()) {
      looks.scheduleWithFixedDelay(() -> {
        if (Files.exists(told)) {
          there.complete(null);
        } else if (!server.isAlive()) {
          there.completeExceptionally(new IllegalStateException(main + " ended: see " + told + ".log"));
        }
      }, 0, 20, TimeUnit.MILLISECONDS);
      there.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      looks.shutdownNow();
    }
    return server;
  }

  private void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
