package cli;

import account.AccountsFile;
import account.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code broadside funds recover}: brings back what a run has left at its accounts, however it ended, and shows where all of it is. */
@Command(name = "recover", mixinStandardHelpOptions = true, usageHelpAutoWidth = true, description = {
    "Brings the money of a run back, also of one that was killed.",
    "It settles what was on its way, sweeps the accounts to their funder, and reads in the blocks what became of the "
        + "rest. It needs the accounts file and the node alone, and can be repeated.",
    "The exit code is 0 when nothing is left to recover and every wei is accounted for, else 1.", ""})
public final class FundsRecoverCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  private final FundsWork work = new FundsWork();

  @Override
  public Integer call() {
    return work.run(spec, AccountsFile::open, (funder, text) -> {
      text.line("%s", funder.sweep());
      Statement statement = funder.statement();
      text.statement(statement);
      return statement.holds();
    });
  }
}
