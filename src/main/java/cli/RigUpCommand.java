package cli;

import picocli.CommandLine.Command;

/** {@code broadside rig up}: starts an embedded target and keeps it up. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Starts an embedded target and keeps it up.",
    synopsisSubcommandLabel = "SYSTEM", subcommands = {RigUpCheckoutCommand.class, RigUpWalletCommand.class})
public final class RigUpCommand {}
