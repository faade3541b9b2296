package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How many transactions the injector can sign, encode and send: into a node that takes everything, which is a process of its own, on a heap
 * of 1 GiB, with all that a run keeps of them.
 *
 * <p>Arguments: {@code ceiling} for as many as possible, beside {@code wrk} on the same node in the same run; or {@code open} with a rate and
 * seconds for how late the injector is; then more options of the JVM.
 */
public final class TransactionBenchmark {

  private static final long LONGEST_MINUTES = 10;
  private static final int IN_FLIGHT = 1 << 14;

  private TransactionBenchmark() {}

  /** Prints the figures of one run; its folder stays for a closer look. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean ceiling = arguments.length == 0 || arguments[0].equals("ceiling");
    if (ceiling && !Wrk.isThere()) {
      throw new IllegalStateException("wrk is not installed: apt-get install wrk");
    }
    Path folder = Files.createTempDirectory("broadside-transactions-");
    List<String> options = new ArrayList<>(
        List.of("-Xmx1g", "-Xlog:gc:file=" + folder.resolve("gc.log"), "-Dresults=" + folder));
    if (!ceiling) {
      options.addAll(List.of("-Drate=" + arguments[1], "-Dseconds=" + arguments[2], "-Daccepted=true"));
    }
    Stream.of(arguments).skip(ceiling ? 1 : 3).forEach(options::add);
    run(folder, ceiling ? CeilingSimulation.class : StormSimulation.class, options);
    StormBenchmark.figures(folder);
  }

  private static void run(Path folder, Class<?> simulation, List<String> options)
      throws IOException, InterruptedException {
    try (Forks forks = new Forks()) {
      Path told = folder.resolve("node");
      Process node = forks.server(told, List.of("-Xmx1g"), "bench.NullNode");
      Ground ground = new Ground(Files.readString(told), "", NullNode.CHAIN, CeilingSimulation.USERS, IN_FLIGHT);
      Path log = folder.resolve("run.log");
      Process run = forks.java(log, Stream.concat(ground.options().stream(), options.stream()).toList(),
          "io.gatling.app.Gatling", "-s", simulation.getName(), "-rf", folder.toString(), "-nr");
      if (!run.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the run did not end: see " + folder);
      }
      Duration busy = node.info().totalCpuDuration().orElse(Duration.ZERO);
      try (Stream<String> lines = Files.lines(log)) {
        lines.filter(line -> line.startsWith(CeilingSimulation.MARK)).forEach(System.out::println);
      }
      System.out.println(
          String.format(Locale.ROOT, "the node: %.1f s of processor; everything in %s", busy.toMillis() / 1e3, folder));
    }
  }
}
