package rig.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import rig.Reaper;

/** A running anvil, on a port of its own choice. */
final class Anvil implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)");
  private static final Duration START_DEADLINE = Duration.ofSeconds(30);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(2);

  private final Process process;
  private final int port;

  private Anvil(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts anvil and waits until it listens.
   *
   * @throws IOException when it does not start; with what it said
   */
  static Anvil start(ChainOptions options) throws IOException {
    Process process = Reaper.start(new ProcessBuilder(command(options)).redirectErrorStream(true));
    try {
      int port = listeningPort(process);
      if (!ListeningPort.ownedBy(process.pid(), port)) {
        throw new IOException("another process answers on port " + port + " of the local chain");
      }
      return new Anvil(process, port);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** It gives way to the injector, which has to keep a schedule on the same cores. */
  private static List<String> command(ChainOptions options) {
    String seconds = BigDecimal.valueOf(options.blockTime().toMillis(), 3).stripTrailingZeros().toPlainString();
    List<String> command = new ArrayList<>(List.of("nice", "-n", "10", options.anvil().toString(), "--host",
        "127.0.0.1", "--port", "0", "--chain-id", Long.toString(options.chainId()), "--block-time", seconds,
        "--gas-limit", Long.toString(options.gas().limit()), "--block-base-fee-per-gas",
        Long.toString(options.gas().price()), "--accounts", "0", "--color", "never"));
    if (!options.history()) {
      command.add("--prune-history");
    }
    return command;
  }

  private static int listeningPort(Process process) throws IOException {
    var found = new CompletableFuture<Integer>();
    Thread.ofPlatform().daemon().name("anvil-output").start(() -> drain(process, found));
    try {
      return found.get(START_DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(
          "the local chain did not start: " + Objects.requireNonNullElse(e.getCause(), e).getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException("the local chain did not start within " + START_DEADLINE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the local chain started", e);
    }
  }

  /** Reads on until the end: a full pipe would stop anvil. */
  private static void drain(Process process, CompletableFuture<Integer> port) {
    var said = new StringBuilder();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (!port.isDone()) {
          said.append(line).append('\n');
          Matcher listening = LISTENING.matcher(line);
          if (listening.find()) {
            port.complete(Integer.valueOf(listening.group(1)));
          }
        }
      }
    } catch (IOException e) {
      said.append(e.getMessage());
    }
    port.completeExceptionally(new IOException(said.toString().strip()));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  long pid() {
    return process.pid();
  }

  /** Ends anvil, politely at first. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_DEADLINE)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
