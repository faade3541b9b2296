package cli;

import account.AccountsFile;
import account.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code broadside funds status}: shows where the money of a run is; sends nothing. */
@Command(name = "status", mixinStandardHelpOptions = true, usageHelpAutoWidth = true, description = {
    "Shows where the money of a run is, and where it went.",
    "It reads balances and blocks, and sends nothing; also while the run goes on, though accounts that are in use may "
        + "move while it looks.",
    "The exit code is 0 when every wei is accounted for, else 1.", ""})
public final class FundsStatusCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  private final FundsWork work = new FundsWork();

  @Override
  public Integer call() {
    return work.run(spec, AccountsFile::peek, (funder, text) -> {
      Statement statement = funder.statement();
      text.statement(statement);
      return statement.holds();
    });
  }
}
