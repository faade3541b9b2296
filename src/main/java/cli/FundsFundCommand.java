package cli;

import account.Account;
import account.AccountsFile;
import account.Environment;
import account.Estimate;
import account.Funder;
import account.FundingRules;
import account.JsonRpcNode;
import account.Keyring;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code broadside funds fund}: makes accounts and pays them, or brings those of a file up to a level again. */
@Command(name = "fund", mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true, description = {
    "Makes accounts, writes their keys to the disk, and pays them.",
    "Those of a file that is there are topped up. What it takes is printed before anything is sent. Whatever happens, "
        + "funds recover brings the money back.",
    "The exit code is 0 when every account has the amount, else 1.", ""},
    footer = {"", "For example: broadside funds fund --target local-node --count 200 --amount \"0.1 ether\""})
public final class FundsFundCommand implements Callable<Integer> {

  private static final int MOST = 100_000;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  private final PurseOptions purses = new PurseOptions();

  @Option(names = {"-n", "--count"}, paramLabel = "N",
      description = "How many accounts, 1 to 100000. Default: those of the file.")
  private @Nullable Integer count;

  @Option(names = "--amount", paramLabel = "AMOUNT", required = true, converter = WeiConverter.class,
      description = "What each of them has afterwards, for example \"0.1 ether\" or \"5 gwei\".")
  private BigInteger amount = BigInteger.ZERO;

  @Option(names = "--max-spend", paramLabel = "AMOUNT", converter = WeiConverter.class,
      description = "The most that may leave the funder, fees included. Default: the target's max-spend, or no limit.")
  private @Nullable BigInteger most;

  @Option(names = {"-a", "--accounts"}, paramLabel = "FILE",
      description = "The accounts file. Default: results/accounts-<target>.json.")
  private @Nullable Path accounts;

  @Override
  public Integer call() {
    if (count != null && (count < 1 || count > MOST)) {
      throw new ParameterException(spec.commandLine(), "--count is 1 to " + MOST + ", not " + count);
    }
    return FundsWork.told(spec, this::fund);
  }

  private int fund() throws IOException {
    var environment = new Environment(System.getenv());
    Purse purse = purses.one(environment);
    if (most != null) {
      purse = new Purse(purse.target(), purse.chain(), purse.send(), purse.read(), purse.id(), purse.allowMainnet(),
          Optional.of(most));
    }
    try (JsonRpcNode node = purse.node()) {
      FundingRules rules = purse.rules(node);
      Account payer = environment.keyring(rules.chainId()).account(0);
      Path path = accounts != null ? accounts
          : AccountsOption.RESULTS
              .resolve("accounts-" + (purse.target().isEmpty() ? "node" : purse.target()) + ".json");
      boolean fresh = !Files.exists(path);
      try (AccountsFile file = fresh ? create(path, purse, payer) : open(path, payer)) {
        var text = new FundsText(spec.commandLine().getOut());
        text.line("%s, id %d; %s: %,d accounts of the funder %s", purse, rules.chainId(), file, file.children().size(),
            file.funder());
        pay(new Funder(node, file, rules, FundsText.progress(spec.commandLine().getErr())), payer, text);
        text.line("To bring the money back: broadside funds recover %s --accounts %s",
            purse.target().isEmpty() ? "--rpc-url …" : "--target " + purses.given(), path);
        return spec.exitCodeOnSuccess();
      } finally {
        if (fresh && Files.exists(path)) {
          forgetUnpaid(path);
        }
      }
    }
  }

  private void pay(Funder funder, Account payer, FundsText text) throws IOException {
    Estimate estimate = funder.estimate(amount);
    text.line("%s", estimate);
    funder.fund(payer, amount);
    text.line("%s", estimate.children() == 0 ? "nothing was to be paid" : "paid");
  }

  private AccountsFile create(Path path, Purse purse, Account payer) throws IOException {
    if (count == null) {
      throw new IllegalArgumentException("--count is missing: how many accounts are to be made? There is no " + path);
    }
    return AccountsFile.create(path, purse.target(), payer.address(), Keyring.fresh().accounts(count));
  }

  private AccountsFile open(Path path, Account payer) throws IOException {
    AccountsFile file = AccountsFile.open(path);
    if (!file.funder().equals(payer.address())) {
      file.close();
      throw new IOException(path + " is somebody else's: its funder is " + file.funder() + ", and the key here is of "
          + payer + ". Set that one's key, or name another file with --accounts");
    }
    int more = count == null ? 0 : count - file.children().size();
    if (more > 0) {
      file.add(Keyring.fresh().accounts(more));
    }
    return file;
  }

  /** Keys to which nobody has paid anything are of no use, and would be taken for the newest. */
  private static void forgetUnpaid(Path path) throws IOException {
    List<Path> both = List.of(path, path.resolveSibling(path.getFileName() + ".lock"));
    boolean unpaid;
    try (AccountsFile file = AccountsFile.peek(path)) {
      unpaid = file.chains().isEmpty();
    }
    if (unpaid) {
      for (Path one : both) {
        Files.deleteIfExists(one);
      }
    }
  }
}
