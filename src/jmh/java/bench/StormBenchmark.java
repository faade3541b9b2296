package bench;

import account.Account;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rig.chain.AnvilFinder;
import rig.chain.ChainOptions;
import rig.chain.LocalChain;

/**
 * Payments at a steady rate into a local chain, each followed into its block, on a heap of 1 GiB.
 *
 * <p>Arguments: payments a second (2,000 unless given), seconds (60), accounts (500), milliseconds between two blocks (200: anvil's
 * {@code eth_getBlockReceipts} takes time with the square of a block's transactions); more options of the JVM.
 */
public final class StormBenchmark {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int IN_FLIGHT = 16;
  private static final long LONGEST_MINUTES = 10;

  private StormBenchmark() {}

  /** Prints the figures of one run; its folder stays for a closer look. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rate = argument(arguments, 0, 2_000);
    int seconds = argument(arguments, 1, 60);
    int accounts = argument(arguments, 2, 500);
    Duration block = Duration.ofMillis(argument(arguments, 3, 200));
    Path folder = Files.createTempDirectory("broadside-storm-");
    Path anvil = AnvilFinder.find(Path.of(""), System.getenv("PATH")).orElseThrow(AnvilFinder::missing);
    try (LocalChain chain = LocalChain.start(ChainOptions.of(anvil).withBlockTime(block)); Forks forks = new Forks()) {
      String url = chain.spec().url().toString();
      Ground ground = new Ground(url, url.replace("http:", "ws:"), chain.spec().id(), accounts, IN_FLIGHT);
      for (Account payer : ground.payers()) {
        chain.client(payer);
      }
      Duration before = processor(chain.pid());
      List<String> options = new ArrayList<>(ground.options());
      options.addAll(List.of("-Xms1g", "-Xmx1g", "-Xlog:gc:file=" + folder.resolve("gc.log"), "-Dresults=" + folder,
          "-Drate=" + rate, "-Dseconds=" + seconds));
      Stream.of(arguments).skip(4).forEach(options::add);
      Process run = forks.java(folder.resolve("run.log"), options, "io.gatling.app.Gatling", "-s",
          StormSimulation.class.getName(), "-rf", folder.toString(), "-nr");
      if (!run.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the run did not end: see " + folder);
      }
      tell("anvil: %.0f µs of processor each",
          (processor(chain.pid()).toNanos() - before.toNanos()) / 1e3 / rate / seconds);
    }
    tell("%,d payments a second for %d s from %d accounts; everything in %s", rate, seconds, accounts, folder);
    figures(folder);
  }

  private static int argument(String[] arguments, int index, int usual) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
  }

  private static Duration processor(long pid) {
    return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
  }

  /** What the run's own summary says. */
  static void figures(Path folder) throws IOException {
    Path results;
    try (Stream<Path> folders = Files.list(folder)) {
      results = folders.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    JsonNode summary = JSON.readTree(results.resolve("summary.json").toFile());
    tell("accounts %s, broken %s, journal %s", summary.path("accounting").path("total"),
        summary.path("accounting").path("broken"), summary.path("journal"));
    tell("injector %s", summary.path("injector"));
    for (JsonNode request : summary.path("requests")) {
      tell("%s: %s", request.path("name"), request.path("rate"));
      request.path("latency")
          .properties()
          .forEach(phase -> phase.getValue()
              .properties()
              .forEach(series -> tell("  %-10s %-8s µs %s", phase.getKey(), series.getKey(), series.getValue())));
    }
    summary.path("chains").forEach(chain -> tell("%s", chain));
    summary.path("signing").forEach(signing -> tell("signing %s", signing));
    tell("%s", GcLog.figures(folder.resolve("gc.log")));
  }

  private static void tell(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
