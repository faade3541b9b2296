package bench;

import history.History;
import invariant.Court;
import invariant.Invariant;
import invariant.Verdict;
import invariant.checkout.CheckoutInvariants;
import invariant.checkout.CheckoutRules;
import invariant.checkout.Matter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What all judges of checkouts need for one long history, in a heap of 1 GiB: the history is made as it is judged, so nothing is read.
 *
 * <p>Arguments: how many operations (10,000,000 unless given); more options of the JVM.
 */
public final class JudgesBenchmark {

  private static final long LONGEST_MINUTES = 10;

  private JudgesBenchmark() {}

  /** Prints the figures of one judgement, made by a process of its own. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String operations = arguments.length == 0 ? "10000000" : arguments[0];
    Path folder = Files.createTempDirectory("broadside-judges-");
    Path gc = folder.resolve("gc.log");
    Path told = folder.resolve("judges.log");
    try (Forks forks = new Forks()) {
      List<String> options = Stream.concat(Stream.of("-Xmx1g", "-Xlog:gc:file=" + gc), Stream.of(arguments).skip(1))
          .toList();
      Process judges = forks.java(told, options, Sitting.class.getName(), operations);
      if (!judges.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || judges.exitValue() != 0) {
        throw new IllegalStateException("the judges came to no end: see " + folder);
      }
      System.out.println(Files.readString(told) + GcLog.figures(gc));
    }
  }

  /** The process that is measured. */
  static final class Sitting {

    private Sitting() {}

    /** Takes the number of operations. */
    public static void main(String[] arguments) {
      History history = new SixScenarios(Long.parseLong(arguments[0]));
      long before = System.nanoTime();
      double cpu = cpu();
      long[] made = new long[2];
      try (Stream<?> events = history.everything()) {
        events.forEach(event -> made[event.hashCode() & 1]++); // a look at all of it, or the compiler would leave some out
      }
      tell("%,d events made: %.1f s, %.1f s of processor time", made[0] + made[1], since(before), cpu() - cpu);
      before = System.nanoTime();
      cpu = cpu();
      List<Invariant> invariants = CheckoutInvariants.all(CheckoutRules.all().without(Matter.EMPTY_ORDERS));
      List<Verdict> verdicts = Court.judge(invariants, history);
      tell("made again, and judged by %d judges in one pass: %.1f s, %.1f s of processor time", invariants.size(),
          since(before), cpu() - cpu);
      verdicts.forEach(verdict -> tell("  %s", verdict));
    }

    private static double since(long before) {
      return (System.nanoTime() - before) / 1e9;
    }

    private static double cpu() {
      return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
          ? os.getProcessCpuTime() / 1e9
          : 0;
    }

    private static void tell(String format, Object... arguments) {
      System.out.println(String.format(Locale.ROOT, format, arguments));
    }
  }
}
