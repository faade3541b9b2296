package bench;

import history.History;
import history.Journal;
import history.JournalFile;
import history.Operation;
import history.Phase;
import invariant.Court;
import invariant.checkout.CheckoutInvariants;
import invariant.checkout.CheckoutRules;
import invariant.checkout.Matter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long it takes to read the history of a run of checkouts, and to judge it, on a heap of 1 GiB; and what processor time that takes.
 *
 * <p>Arguments: how many operations (1,000,000 unless given); more options of the JVM.
 */
public final class HistoryBenchmark {

  private static final int OPEN = 100;
  private static final int BATCH = 10_000;
  private static final long PATIENCE_MS = 60_000;

  private HistoryBenchmark() {}

  /** Writes a history, reads it and judges it, each in a JVM of its own. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int operations = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("broadside-history-");
    Path file = folder.resolve("history.jsonl");
    write(file, operations);
    try (Forks forks = new Forks()) {
      for (String what : List.of("read", "judge")) {
        Path gc = folder.resolve(what + ".gc");
        Path told = folder.resolve(what + ".log");
        List<String> options = Stream.concat(Stream.of("-Xmx1g", "-Xlog:gc:file=" + gc), Stream.of(arguments).skip(1))
            .toList();
        forks.java(told, options, Reader.class.getName(), what, file.toString()).waitFor();
        System.out.println(Files.readString(told) + GcLog.figures(gc));
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Writes a history; a hundred operations are open at any time. */
  static void write(Path file, int operations) throws IOException {
    long began = System.nanoTime();
    Deque<Operation> open = new ArrayDeque<>();
    try (Journal journal = Journal.open(file, _ -> {});
        Stream<Operation> all = new SixScenarios(operations).operations()) {
      all.forEach(operation -> {
        journal.record(operation.invocation());
        open.add(timed(operation));
        if (open.size() > OPEN) {
          journal.record(open.remove());
        }
        if (operation.invocation().id() % BATCH == 0) {
          journal.flush(PATIENCE_MS);
        }
      });
      open.forEach(journal::record);
      new SixScenarios(operations).notes().forEach(journal::record);
      journal.flush(PATIENCE_MS);
      if (journal.lost() > 0) {
        throw new IllegalStateException(journal.lost() + " events were lost");
      }
    }
    System.out.printf(Locale.ROOT, "written: %.1f s, %,d MB%n", seconds(began), Files.size(file) / 1_000_000);
  }

  private static Operation timed(Operation operation) {
    long started = operation.invocation().started();
    return operation.invocation()
        .ended(operation.ended(), List.of(new Phase("call", started, operation.ended())), operation.outcome(),
            operation.answered());
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Reads or judges one history. */
  static final class Reader {

    private Reader() {}

    /** Prints what came of it and what it cost. */
    public static void main(String[] arguments) {
      long began = System.nanoTime();
      History history = new JournalFile(Path.of(arguments[1]));
      if (arguments[0].equals("read")) {
        try (var events = history.everything()) {
          System.out.printf(Locale.ROOT, "%,d events%n", events.mapToLong(event -> event.time() < 0 ? 0 : 1).sum());
        }
      } else {
        Court.judge(CheckoutInvariants.all(CheckoutRules.all().without(Matter.EMPTY_ORDERS)), history)
            .forEach(System.out::println);
      }
      double wall = seconds(began);
      double cpu = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
          ? os.getProcessCpuTime() / 1e9
          : 0;
      System.out.printf(Locale.ROOT, "%s: %.1f s, %.1f s of processor time in all%n", arguments[0], wall, cpu);
    }
  }
}
