package bench;

import history.History;
import history.Journal;
import history.JournalFile;
import invariant.Court;
import invariant.checkout.CheckoutInvariants;
import invariant.checkout.CheckoutRules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * How long it takes to read the history of a run of checkouts, and to judge it, on a heap of 1 GiB; and what processor time that takes.
 *
 * <p>Arguments: how many operations (1,000,000 unless given); more options of the JVM.
 */
public final class HistoryBenchmark {

  private static final int BATCH = 10_000;
  private static final long PATIENCE_MS = 60_000;

  private HistoryBenchmark() {}

  /** Writes a history, reads it and judges it, each in a JVM of its own. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int operations = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    Path file = Files.createTempFile("broadside-history-", ".jsonl");
    Files.delete(file);
    write(file, operations);
    try (Forks forks = new Forks()) {
      for (String what : List.of("read", "judge")) {
        List<String> options = Stream.concat(Stream.of("-Xmx1g"), Stream.of(arguments).skip(1)).toList();
        Path told = file.resolveSibling(file.getFileName() + "." + what);
        forks.java(told, options, Reader.class.getName(), what, file.toString()).waitFor();
        System.out.print(Files.readString(told));
        Files.delete(told);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Path file, int operations) throws IOException {
    long began = System.nanoTime();
    try (Journal journal = Journal.open(file, _ -> {})) {
      AtomicLong events = new AtomicLong();
      new Shopping(event -> {
        journal.record(event);
        if (events.incrementAndGet() % BATCH == 0) {
          journal.flush(PATIENCE_MS);
        }
      }).tell(operations / Shopping.OPERATIONS);
      journal.flush(PATIENCE_MS);
      if (journal.lost() > 0) {
        throw new IllegalStateException(journal.lost() + " events were lost");
      }
    }
    System.out.printf(Locale.ROOT, "written: %.1f s, %,d MB%n", seconds(began), Files.size(file) / 1_000_000);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Reads or judges one history. */
  public static final class Reader {

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
        Court.judge(CheckoutInvariants.all(CheckoutRules.all()), history).forEach(System.out::println);
      }
      double wall = seconds(began);
      double cpu = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
          ? os.getProcessCpuTime() / 1e9
          : 0;
      System.out.printf(Locale.ROOT, "%s: %.1f s, %.1f s of processor time in all%n", arguments[0], wall, cpu);
    }
  }
}
