package cli;

import picocli.CommandLine.Command;

/** {@code broadside funds}: the money of runs: accounts that are paid, and what brings it back. */
@Command(name = "funds", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
    description = {"The money of runs: pays accounts of their own for it, and brings it back.", "",
        "Who pays is told by the environment: BROADSIDE_PRIVATE_KEY or PRIVATE_KEY, BROADSIDE_MNEMONIC or MNEMONIC, "
            + "BROADSIDE_SEED, BROADSIDE_KEY_FILE; else, on a chain of developers, their mnemonic.",
        "What brings the money back needs no key but those in the accounts file.", ""},
    synopsisSubcommandLabel = "COMMAND", subcommands = {FundsFundCommand.class, FundsSweepCommand.class,
        FundsRecoverCommand.class, FundsStatusCommand.class})
public final class FundsCommand {}
