package cli;

import picocli.CommandLine.Command;

/** {@code broadside history}: judges histories of any system, and tells runs in the form that others judge. */
@Command(name = "history", mixinStandardHelpOptions = true,
    description = "Judges histories of any system, and tells runs in the form that others judge.",
    synopsisSubcommandLabel = "COMMAND", subcommands = {HistoryCheckCommand.class, HistoryExportCommand.class})
public final class HistoryCommand {}
