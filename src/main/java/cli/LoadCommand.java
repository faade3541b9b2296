package cli;

import picocli.CommandLine.Command;

/** {@code broadside load}: makes load files and shows what is in them. */
@Command(name = "load", mixinStandardHelpOptions = true, description = "Makes load files and shows what is in them.",
    synopsisSubcommandLabel = "COMMAND", subcommands = {LoadGenerateCommand.class, LoadCheckCommand.class})
public final class LoadCommand {}
