package cli;

import history.History;
import history.JournalFile;
import history.jepsen.JepsenFile;
import history.jepsen.JepsenFileException;
import history.jepsen.JepsenHistory;
import invariant.Verdict;
import invariant.retold.Retelling;
import invariant.workload.Workload;
import invariant.workload.WorkloadRules;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadside history check}: judges a history of any system by the rules of a workload. */
@Command(name = "check", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
    description = {"Judges a history in Jepsen's form: EDN (.edn) or JSON, one operation after the other or one array;",
        "or the history.jsonl of a run, as history export would tell it.",
        "The exit code is 0 when the workload's rules hold, 1 when they are broken, 3 when nobody can tell, and 2 when",
        "the command was called wrongly or the file cannot be read."})
public final class HistoryCheckCommand implements Callable<Integer> {

  private static final int UNDETERMINED = 3;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A history.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(names = {"-w", "--workload"}, required = true, paramLabel = "NAME", converter = WorkloadNames.class,
      completionCandidates = WorkloadNames.class, description = "What was asked: ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("NullAway.Init")
  private Workload workload;

  @Option(names = "--total", paramLabel = "SUM",
      description = "bank: what all balances sum to. Default: the sum of the first read.")
  private @Nullable Long total;

  @Option(names = "--accounts", paramLabel = "NAME", split = ",",
      description = "bank: the accounts. Default: those of the first read.")
  private Set<String> accounts = Set.of();

  @Option(names = "--allow-negative-balances", description = "bank: a balance may be below zero.")
  private boolean negativeAllowed;

  @Option(names = "--linearizable",
      description = "set, list-append: a read must show all that was there before it began; else it may be late.")
  private boolean linearizable;

  @Option(names = "--steps", paramLabel = "COUNT",
      description = "register: how far the search for an order of one register may go. Default: ${DEFAULT-VALUE}.")
  private long steps = WorkloadRules.STEPS;

  @Override
  public Integer call() {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ParameterException(spec.commandLine(), "There is no history " + file + ": give a file of EDN or JSON");
    }
    OptionalLong sum = total == null ? OptionalLong.empty() : OptionalLong.of(total);
    var rules = new WorkloadRules(sum, accounts, negativeAllowed, linearizable, steps);
    try {
      Watched history = new Watched(JournalFile.isOne(file) ? retold() : new JepsenFile(file));
      Verdict verdict = workload.judge(rules).judge(history);
      if (history.problem() != null) {
        throw history.problem();
      }
      return tell(verdict, history.count());
    } catch (JepsenFileException | UncheckedIOException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** A run of our own, in the workload's words. */
  private History retold() {
    Retelling retelling = Retelling.of(new JournalFile(file), workload);
    retelling.remarks().forEach(spec.commandLine().getOut()::println);
    return new JepsenHistory(retelling.entries());
  }

  private int tell(Verdict verdict, long operations) {
    String title = workload.judge(WorkloadRules.defaults()).title();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%s: %,d operations, workload %s%n", file, operations, workload);
    int code = switch (verdict) {
      case Verdict.Holds(long _, String evidence) -> {
        out.printf("HOLDS: %s; %s%n", title, evidence);
        yield 0;
      }
      case Verdict.Broken(long _, String summary, var witnesses) -> {
        out.printf("BROKEN: %s; %s%n", title, summary);
        witnesses.forEach(witness -> out.println("  " + witness));
        yield 1;
      }
      case Verdict.Undetermined(String why) -> {
        out.printf("UNDETERMINED: %s; %s%n", title, why);
        yield UNDETERMINED;
      }
    };
    out.flush();
    return code;
  }
}
