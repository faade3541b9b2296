package cli;

import java.io.PrintWriter;
import load.LoadFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code broadside} command. */
@Command(name = "broadside", mixinStandardHelpOptions = true, version = "Broadside 0.1.0",
    description = "Load, faults and invariants in one run, for systems that hold value.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {FundsCommand.class, HistoryCommand.class, LoadCommand.class, ReportCommand.class, RigCommand.class})
public final class Broadside {

  private Broadside() {}

  /** Runs a subcommand; the exit code is 0 when it did its work, 1 when it failed, 2 when it was called wrongly. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with all its subcommands, as {@link #main} runs it. */
  static CommandLine commandLine() {
    return new CommandLine(new Broadside()).setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Broadside::calledWrongly)
        .setExecutionExceptionHandler(Broadside::failed);
  }

  /** One line that says what to change, instead of pages of usage. */
  private static int calledWrongly(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(mistake.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err)) {
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** What is wrong with a file is told without a stack trace. */
  private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
      throws Exception {
    if (!(failure instanceof LoadFileException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    command.getErr().flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
