package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Our action against Gatling's own {@code http}: the same call with the same check at the same server, which is a process of its own. The
 * two take turns in one run; see {@link ActionSimulation}.
 */
public final class ActionBenchmark {

  private ActionBenchmark() {}

  /** Prints the requests per second of each round, and the medians. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("broadside-action-");
    try (Forks forks = new Forks()) {
      Path target = folder.resolve("null.conf");
      forks.server(target, List.of("-Xmx256m"), "bench.NullWallet");
      Path log = folder.resolve("run.log");
      forks
          .java(log, List.of("-Xmx1g", "-Dtarget=" + target), "io.gatling.app.Gatling", "-s", "bench.ActionSimulation",
              "-rf", folder.toString(), "-nr")
          .waitFor();
      try (var lines = Files.lines(log)) {
        lines.filter(line -> line.startsWith(ActionSimulation.MARK)).forEach(System.out::println);
      }
    }
    System.out.println(String.format(Locale.ROOT, "everything in %s", folder));
  }
}
