package lifecycle;

import account.Account;
import account.AccountsFile;
import account.Funder;
import account.FundingRules;
import account.Node;
import account.Spending;
import account.SpendingCapException;
import account.Statement;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The money of a run: children that are paid before it and bring back what is left after it. Their keys are on the disk before the first
 * payment, so that whatever becomes of the run, {@code broadside funds recover} brings it back.
 */
public final class Treasury implements AutoCloseable {

  private final Path path;
  private final Run run;
  private final Account payer;
  private final AccountsFile file;
  private final Funder funder;
  private boolean empty;
  private volatile boolean spent;

  /**
   * Whose money it is.
   *
   * @param payer who pays, and gets back what is left
   * @param children who gets it for the run
   * @param node of the chain
   * @param rules of paying
   */
  public record Purse(Account payer, List<Account> children, Node node, FundingRules rules) {}

  private Treasury(Run run, Path path, Purse purse, AccountsFile file) {
    this.run = run;
    this.path = path;
    this.payer = purse.payer();
    this.file = file;
    this.funder = new Funder(purse.node(), file, purse.rules());
  }

  /**
   * Writes the keys of a run's children; sends nothing.
   *
   * @param target the target's name
   */
  public static Treasury open(Run run, String target, Purse purse) throws IOException {
    Path folder = run.folder();
    // Not in the run's folder, which moves when Gatling has made one.
    Path path = folder.resolveSibling("accounts-" + target + "-" + folder.getFileName() + ".json");
    AccountsFile file = AccountsFile.create(path, target, purse.payer().address(), purse.children());
    return new Treasury(run, path, purse, file);
  }

  /**
   * Brings every child up to a level, before the run begins.
   *
   * @param level in wei
   * @throws IOException before anything is sent when there is too little, or it would be too much
   * @throws PreflightFailed when payments may have been sent and not all have come to be
   */
  public synchronized void fund(BigInteger level) throws IOException {
    try {
      pay(level);
    } catch (IOException e) {
      if (file.chains().isEmpty()) {
        throw e;
      }
      throw PreflightFailed.afterPayments(e, wayBack());
    }
  }

  private void pay(BigInteger level) throws IOException {
    Progress.tell("  %s", funder.estimate(level));
    funder.fund(payer, level);
  }

  /**
   * Brings every child up to a level once one of them has less than half of it left.
   *
   * @return what that took, for the history
   * @throws IOException when it cannot be done; when it would be too much, nobody should spend any more, see {@link #isSpent}
   */
  public synchronized ObjectNode topUp(BigInteger level) throws IOException {
    int low = funder.estimate(level.shiftRight(1)).children();
    if (low > 0) {
      try {
        pay(level);
      } catch (SpendingCapException e) {
        spent = true;
        throw e;
      }
    }
    return JsonNodeFactory.instance.objectNode().put("low", low);
  }

  /** Whether all is spent that may be. */
  public boolean isSpent() {
    return spent;
  }

  /**
   * Brings back what the children have.
   *
   * @return where the money is then, in wei as text, for the history
   */
  public synchronized ObjectNode refund() throws IOException {
    Statement statement = funder.recover();
    Progress.tell("  %s", statement);
    empty = true;
    Spending spending = statement.spending();
    return JsonNodeFactory.instance.objectNode()
        .put("before", statement.before().toString())
        .put("brought", statement.brought().toString())
        .put("received", spending.received().toString())
        .put("after", statement.after().toString())
        .put("held", statement.held().toString())
        .put("fees", spending.fees().toString())
        .put("cost", spending.cost().toString())
        .put("given", spending.given().toString())
        .put("transactions", spending.transactions())
        .put("holders", statement.holders())
        .put("unsettled", statement.unsettled());
  }

  /** Brings back what has not been yet; what cannot be stays on record, and how to get it is told. */
  @Override
  public void close() throws IOException {
    try {
      if (!empty) {
        refund();
      }
    } catch (IOException e) {
      Progress.tell("  The accounts still hold money (%s). Bring it back with: %s", String.valueOf(e.getMessage()),
          wayBack());
    } finally {
      file.close();
    }
    if (empty) {
      Files.move(path, run.folder().resolve("accounts-" + file.target() + ".json"));
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + ".lock"));
    }
  }

  private String wayBack() {
    return "broadside funds recover --target " + file.target() + " --accounts " + path;
  }
}
