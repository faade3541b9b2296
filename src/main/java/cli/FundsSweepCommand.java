package cli;

import account.AccountsFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code broadside funds sweep}: brings back what the accounts of a file have. */
@Command(name = "sweep", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
    description = {"Brings what the accounts of a file have back to their funder.",
        "It does not ask what became of the rest: that is what funds recover does.",
        "The exit code is 0 when no account has what a payment costs any more, else 1: try again.", ""})
public final class FundsSweepCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  private final FundsWork work = new FundsWork();

  @Override
  public Integer call() {
    return work.run(spec, AccountsFile::open, (funder, text) -> {
      text.line("%s", funder.sweep());
      return true;
    });
  }
}
