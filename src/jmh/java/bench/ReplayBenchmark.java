package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import load.Headway;
import load.LoadWriter;
import load.Roles;
import load.generator.Amounts;
import load.generator.FundingMix;
import load.generator.GeneratorOptions;
import load.generator.Ledgers;
import load.generator.LoadGenerator;
import load.generator.Uniform;
import load.generator.Updates;
import load.generator.Volume;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * A whole replay against wallets that agree to everything: how late the injector is, and what it needs, on a heap of 1 GiB.
 *
 * <p>Arguments: how many jobs of three instructions are replayed in 30 s (10,000 unless given); more options of the JVM.
 */
public final class ReplayBenchmark {

  private static final String SIMULATION = "simulations.wallet.LoadFileReplaySimulation";
  private static final long LONGEST_MINUTES = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReplayBenchmark() {}

  /** Prints the figures of one run; its folder stays for a closer look. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int jobs = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("broadside-replay-");
    Path load = folder.resolve("load.json");
    new LoadWriter(load, false).write(generator(jobs)::instructions, Headway.UNTOLD);
    try (Forks forks = new Forks()) {
      Path target = folder.resolve("null.conf");
      forks.server(target, List.of("-Xmx256m"), "bench.NullWallet");
      Stream<String> options = Stream
          .concat(
              Stream.of("-Xmx1g", "-Xlog:gc:file=" + folder.resolve("gc.log"), "-Dtarget=" + target,
                  "-DloadFile=" + load, "-Dresults=" + folder, "-DwarmUp=on", "-Dseed=1"),
              Stream.of(arguments).skip(1));
      long began = System.nanoTime();
      Process run = forks.java(folder.resolve("run.log"), options.toList(), "io.gatling.app.Gatling", "-s", SIMULATION,
          "-rf", folder.toString(), "-nr");
      if (!run.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the run did not end: see " + folder);
      }
      tell("%,d jobs x 3 in 30 s: whole process %d s; everything in %s", jobs,
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), folder);
    }
    figures(folder);
  }

  /** Unfunded channels with an update each: created within 26 s, updated within 2 s, closed within 2 s. */
  private static LoadGenerator generator(int jobs) {
    Duration two = Duration.ofSeconds(2);
    return new LoadGenerator(new GeneratorOptions(Roles.defaults(), 1,
        new Volume.ByCount(jobs, Duration.ofSeconds(26), two, true), new Uniform(), new FundingMix(1, 0, 0),
        new Ledgers(1, two, 1), new Updates(1, two), new Amounts(100, 1000)));
  }

  private static void figures(Path folder) throws IOException {
    Path results;
    try (Stream<Path> folders = Files.list(folder)) {
      results = folders.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    JsonNode summary = JSON.readTree(results.resolve("summary.json").toFile());
    tell("accounts %s, broken %s, journal %s", summary.path("accounting").path("total"),
        summary.path("accounting").path("broken"), summary.path("journal"));
    tell("injector %s", summary.path("injector"));
    tell("lag, all requests: %s", percentiles(lag(results.resolve("latency.hlog"))));
    tell("%s", GcLog.figures(folder.resolve("gc.log")));
  }

  private static Histogram lag(Path log) throws IOException {
    Histogram sum = new Histogram(3);
    try (HistogramLogReader lines = new HistogramLogReader(log.toFile())) {
      while (lines.hasNext()) {
        if (lines.nextIntervalHistogram() instanceof Histogram next && next.getTag().endsWith("/total/lag")) {
          sum.add(next);
        }
      }
    }
    return sum;
  }

  private static String percentiles(Histogram micros) {
    return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms, %,d counted",
        micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3, micros.getMaxValue() / 1e3, micros.getTotalCount());
  }

  private static void tell(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
