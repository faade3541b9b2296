package cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code broadside} command. */
@Command(name = "broadside", mixinStandardHelpOptions = true, version = "Broadside 0.1.0",
    description = "Load, faults and invariants in one run, for systems that hold value.",
    synopsisSubcommandLabel = "COMMAND", subcommands = {})
public final class Broadside {

  private Broadside() {}

  /** Runs a subcommand; the exit code is 0 when it did its work, 1 when it failed, 2 when it was called wrongly. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Broadside()).execute(arguments));
  }
}
