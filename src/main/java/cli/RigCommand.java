package cli;

import picocli.CommandLine.Command;

/** {@code broadside rig}: embedded targets without a simulation. */
@Command(name = "rig", mixinStandardHelpOptions = true, description = "Embedded targets without a simulation.",
    synopsisSubcommandLabel = "COMMAND", subcommands = {RigUpCommand.class})
public final class RigCommand {}
