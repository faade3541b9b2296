package cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import load.LoadFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadside load check}: reads a load file as a run would, and shows what is in it or everything that is wrong. */
@Command(name = "check", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
    description = {"Reads a load file as a run would. Shows what it asks of each wallet and when, and what it asks of",
        "ledger channels; or, with exit code 1, everything that is wrong and how to mend it."})
public final class LoadCheckCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A load file, JSON or (.csv) CSV.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Mixin
  private final RolesOption roles = new RolesOption();

  @Override
  public Integer call() {
    LoadFile load = LoadFile.read(file, roles.roles().ids(), new Progress(spec.commandLine().getErr()));
    PrintWriter out = spec.commandLine().getOut();
    out.print(LoadReport.of(load));
    out.flush();
    return 0;
  }
}
