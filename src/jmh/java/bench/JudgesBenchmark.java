package bench;

import history.History;
import history.Journal;
import history.JournalFile;
import invariant.Court;
import invariant.Invariant;
import invariant.Verdict;
import invariant.checkout.CheckoutInvariants;
import invariant.checkout.CheckoutRules;
import invariant.checkout.Matter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * All judges of checkouts on one long history, in a heap of 1 GiB.
 *
 * <p>Arguments: how many operations (10,000,000 unless given); {@code file} to write the history first, some 500 bytes an operation, and to
 * judge what is read back, or {@code stream} to judge it as it is made (unless given); more options of the JVM.
 */
public final class JudgesBenchmark {

  private static final long LONGEST_MINUTES = 30;

  private JudgesBenchmark() {}

  /** Prints the figures of one judgement, made by a process of its own. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long operations = arguments.length == 0 ? 10_000_000 : Long.parseLong(arguments[0]);
    boolean file = arguments.length > 1 && arguments[1].equals("file");
    Path folder = Files.createTempDirectory("broadside-judges-");
    Path journal = folder.resolve("history.jsonl");
    if (file) {
      write(operations, journal);
    }
    try (Forks forks = new Forks()) {
      Stream<String> options = Stream.concat(Stream.of("-Xmx1g", "-Xlog:gc:file=" + folder.resolve("gc.log")),
          Stream.of(arguments).skip(2));
      Path output = folder.resolve("judges.log");
      Process judges = forks.java(output, options.toList(), Sitting.class.getName(), Long.toString(operations),
          file ? journal.toString() : "");
      boolean done = judges.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      System.out.println(Files.readString(output) + GcLog.figures(folder.resolve("gc.log"))
          + (done && judges.exitValue() == 0 ? "" : "\nit failed: see " + folder));
    }
    Files.deleteIfExists(journal);
  }

  private static void write(long operations, Path file) throws IOException {
    try (Journal journal = Journal.open(file, _ -> {})) {
      History history = new SixScenarios(operations);
      journal.recordAll(history.notes());
      journal.recordAll(history.operations().flatMap(operation -> Stream.of(operation.invocation(), operation)));
    }
    System.out.printf(Locale.ROOT, "a journal of %,d MB%n", Files.size(file) >> 20);
  }

  /** The process that is measured. */
  static final class Sitting {

    private Sitting() {}

    /** Arguments: how many operations, and the journal to read, or nothing. */
    public static void main(String[] arguments) {
      History history = arguments[1].isEmpty() ? new SixScenarios(Long.parseLong(arguments[0]))
          : new JournalFile(Path.of(arguments[1]));
      long began = System.nanoTime();
      long operations;
      try (Stream<?> events = history.everything()) {
        operations = events.mapToLong(_ -> 1).sum();
      }
      tell("%,d events read without judging: %.1f s", operations, since(began));
      began = System.nanoTime();
      List<Invariant> invariants = CheckoutInvariants.all(CheckoutRules.all().without(Matter.EMPTY_ORDERS));
      List<Verdict> verdicts = Court.judge(invariants, history);
      tell("%d invariants judged in one pass: %.1f s", invariants.size(), since(began));
      verdicts.forEach(verdict -> tell("  %s", verdict));
      System.gc(); // what is left then is what the judges did not need
      Runtime heap = Runtime.getRuntime();
      tell("heap when all is over: %d MB", heap.totalMemory() - heap.freeMemory() >> 20);
    }

    private static double since(long began) {
      return (System.nanoTime() - began) / 1e9;
    }

    private static void tell(String format, Object... arguments) {
      System.out.println(String.format(Locale.ROOT, format, arguments));
    }
  }
}
