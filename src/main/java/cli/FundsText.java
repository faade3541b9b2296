package cli;

import account.Progress;
import account.Spending;
import account.Statement;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the commands about money say. */
final class FundsText {

  private static final int DECIMALS = 18;
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

  private final PrintWriter out;

  FundsText(PrintWriter out) {
    this.out = out;
  }

  void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }

  /** An account as one adds it up by hand, to the last wei; then whether it fits. */
  void statement(Statement statement) {
    Spending spending = statement.spending();
    row("the funder had", statement.before());
    optional("+ the accounts had before", statement.brought());
    row("- fees of funding and sweeping", spending.fees());
    optional("- cost of %,d transactions of the accounts".formatted(spending.transactions()), spending.cost());
    optional("- paid to others", spending.given());
    optional("+ got from others", spending.received());
    row("- still held by %,d accounts".formatted(statement.holders()), statement.held());
    row("= so the funder should have", statement.after().add(statement.unexplained()));
    row("the funder has", statement.after());
    row("unexplained", statement.unexplained());
    if (statement.unsettled() > 0) {
      line("%,d payments on record are in no block, and the node does not know them.", statement.unsettled());
    }
    String blocks = spending.to() < spending.from() ? "no block was read"
        : "blocks %,d to %,d were read".formatted(spending.from(), spending.to());
    line(statement.holds() ? "HOLDS: every wei is accounted for; %s."
        : "BROKEN: what the balances say is not what the transactions say; %s.", blocks);
    if (!statement.holds()) {
      line("A contract that pays these accounts, or takes from them, while it runs is not seen in transactions;"
          + " neither is a balance that was set.");
    }
  }

  private void optional(String what, BigInteger wei) {
    if (wei.signum() != 0) {
      row(what, wei);
    }
  }

  private void row(String what, BigInteger wei) {
    line("  %-42s %,34.18f ETH", what, new BigDecimal(wei, DECIMALS));
  }

  /** Tells once in two seconds how far long work has come; short work is not disturbed. */
  static Progress progress(PrintWriter err) {
    return new Progress() {
      private long last = System.nanoTime();

      @Override
      public synchronized void at(String what, long done, long all) {
        if (System.nanoTime() - last >= PAUSE && done < all) {
          last = System.nanoTime();
          err.printf(Locale.ROOT, "%s: %,d of %,d …%n", what, done, all);
          err.flush();
        }
      }
    };
  }
}
