package cli;

import history.JournalFile;
import history.jepsen.JepsenWriter;
import history.jepsen.JepsenWriter.Form;
import invariant.retold.Retelling;
import invariant.workload.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadside history export}: tells a run in Jepsen's form, for {@code history check} and for elle-cli. */
@Command(name = "export", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
    description = {
        "Tells a run of checkouts as a bank, a set or lists in Jepsen's form, which history check and elle-cli",
        "read. What nobody knows is unknown there, too; the screen tells what is left out."})
public final class HistoryExportCommand implements Callable<Integer> {

  private static final String JOURNAL = "history.jsonl";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "RUN_FOLDER", description = "A folder below results/.")
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Option(names = {"-w", "--workload"}, required = true, paramLabel = "NAME", converter = WorkloadNames.class,
      completionCandidates = WorkloadNames.class, description = "As what it is told: ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("NullAway.Init")
  private Workload workload;

  @Option(names = "--form", paramLabel = "FORM", description = "edn or json. Default: ${DEFAULT-VALUE}.")
  private Form form = Form.EDN;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE",
      description = "Where to write it. Default: in the folder, named after workload and form.")
  private @Nullable Path out;

  private Retelling retold(Path journal) {
    try {
      return Retelling.of(new JournalFile(journal), workload);
    } catch (UncheckedIOException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  @Override
  public Integer call() throws IOException {
    Path journal = folder.resolve(JOURNAL);
    if (!Files.isReadable(journal)) {
      throw new ParameterException(spec.commandLine(),
          "There is no journal " + journal + ": give the folder of a run, such as results/<simulation>-<time>");
    }
    Retelling told = retold(journal);
    if (told.entries().isEmpty()) {
      throw new ParameterException(spec.commandLine(),
          journal + " cannot be told as " + workload + ": runs of checkouts can, as bank, set or list-append");
    }
    Path file = out == null ? folder.resolve(workload + "." + form.name().toLowerCase(Locale.ROOT)) : out;
    JepsenWriter.write(file, told.entries(), form);
    PrintWriter screen = spec.commandLine().getOut();
    screen.printf(Locale.ROOT, "%s: %,d lines of a %s%n", file, told.entries().size(), workload);
    told.remarks().forEach(remark -> screen.println("  " + remark));
    screen.printf("judge it: broadside history check %s --workload %s, or elle-cli --model %s %s%n", file, workload,
        workload, file);
    screen.flush();
    return 0;
  }
}
