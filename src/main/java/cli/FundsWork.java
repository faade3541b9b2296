package cli;

import account.AccountsFile;
import account.Environment;
import account.Funder;
import account.FundingRules;
import account.JsonRpcNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import targets.TargetFileException;

/** Does something with each chain on which accounts of a file were paid. */
final class FundsWork {

  @Mixin
  private final PurseOptions purses = new PurseOptions();

  @Mixin
  private final AccountsOption accounts = new AccountsOption();

  /** Something to do on one chain. */
  @FunctionalInterface
  interface Step {

    /** Returns whether all is well. */
    boolean done(Funder funder, FundsText text) throws IOException;
  }

  /** How an accounts file is opened. */
  @FunctionalInterface
  interface Opening {
    AccountsFile open(Path path) throws IOException;
  }

  /** Returns the exit code: that of success when all steps say that all is well. */
  int run(CommandSpec spec, Opening opening, Step step) {
    return told(spec, () -> {
      var environment = new Environment(System.getenv());
      List<Purse> all = purses.all(environment);
      Path path = accounts.file();
      boolean well = true;
      try (AccountsFile file = opening.open(path)) {
        for (Purse purse : meant(all, file, path)) {
          well &= run(spec, purse, file, step);
        }
      }
      return well ? spec.exitCodeOnSuccess() : spec.exitCodeOnExecutionException();
    });
  }

  private static boolean run(CommandSpec spec, Purse purse, AccountsFile file, Step step) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    var text = new FundsText(spec.commandLine().getOut());
    try (JsonRpcNode node = purse.node()) {
      FundingRules rules = purse.rules(node);
      requirePaid(file, Set.of(rules.chainId()));
      text.line("%s, id %d; %s: %,d accounts of the funder %s", purse, rules.chainId(), file, file.children().size(),
          file.funder());
      return step.done(new Funder(node, file, rules, FundsText.progress(err)), text);
    }
  }

  /** Those of a target's chains that the file knows; what a file says of no chain is looked for on all. */
  private static List<Purse> meant(List<Purse> all, AccountsFile file, Path path) throws IOException {
    String target = all.getFirst().target();
    if (!target.isEmpty() && !target.equals(file.target()) && !file.target().isEmpty()) {
      throw new IOException(path + " is of the target " + file.target() + ", not of " + target
          + ": name that target, or another file with --accounts");
    }
    List<Purse> known = new ArrayList<>(all);
    known.removeIf(
        purse -> purse.id().isPresent() && !file.chains().isEmpty() && !file.chains().contains(purse.id().getAsLong()));
    if (known.isEmpty()) {
      requirePaid(file, all.stream().map(purse -> purse.id().orElseThrow()).collect(Collectors.toSet()));
    }
    return known;
  }

  private static void requirePaid(AccountsFile file, Set<Long> ids) throws IOException {
    if (!file.chains().isEmpty() && ids.stream().noneMatch(file.chains()::contains)) {
      throw new IOException(file + " was paid on " + chains(file.chains()) + ", and this is " + chains(ids)
          + ": name its target or node, or another file with --accounts");
    }
  }

  private static String chains(Set<Long> ids) {
    return "chain " + ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(" and "));
  }

  /** Something that can fail. */
  @FunctionalInterface
  interface Work {
    int call() throws IOException;
  }

  /** What is wrong is told in a line, without a stack trace. */
  static int told(CommandSpec spec, Work work) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      return work.call();
    } catch (AccessDeniedException e) {
      err.println(e.getMessage() + " is not ours to read or to write: it belongs to somebody else");
      err.flush();
      return spec.exitCodeOnExecutionException();
    } catch (IOException e) {
      err.println(e.getMessage());
      err.flush();
      return spec.exitCodeOnExecutionException();
    } catch (TargetFileException | IllegalArgumentException e) {
      err.println(e.getMessage());
      err.flush();
      return spec.exitCodeOnInvalidInput();
    }
  }
}
