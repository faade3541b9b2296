package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import report.ConsoleSummary;
import report.Rebuild;
import report.RunSummary;

/** {@code broadside report}: makes the report of a run again from its journal, also when the run was killed, or adds up the runs of several injectors. */
@Command(name = "report", mixinStandardHelpOptions = true, description = {
    "Makes summary.json, verdicts.json, latency.hlog and report.html again from history.jsonl, and prints the summary.",
    "The exit code is 0 when that was done, whatever the verdict, and 1 when there is no journal or it is damaged."})
public final class ReportCommand implements Callable<Integer> {

  private static final String MERGED = "merged";

  @Parameters(paramLabel = "RUN_FOLDER", description = "a folder below results/")
  private Path folder = Path.of("");

  @Option(names = "--merge", paramLabel = "OTHER", arity = "1..*",
      description = "run folders of other injectors of the same run: all are added up into RUN_FOLDER/" + MERGED)
  private List<Path> others = List.of();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      Path into = others.isEmpty() ? folder : folder.resolve(MERGED);
      RunSummary summary = Rebuild.of(Stream.concat(Stream.of(folder), others.stream()).toList(), into);
      spec.commandLine().getOut().println(ConsoleSummary.of(summary) + "\n\nin " + into);
      return 0;
    } catch (NoSuchFileException e) {
      return fail(
          "There is no journal " + e.getFile() + ": give the folder of a run, such as results/<simulation>-<time>");
    } catch (IOException | UncheckedIOException e) {
      return fail("The report cannot be made: " + e.getMessage());
    }
  }

  private int fail(String why) {
    spec.commandLine().getErr().println(why);
    return 1;
  }
}
