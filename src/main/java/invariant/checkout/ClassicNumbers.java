package invariant.checkout;

import history.Event;
import history.History;
import history.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * The four numbers of the classic consistency test, by its own rules, so that a run can be compared with older ones.
 *
 * <p>They are no verdict. The test compares everything with one ideal end, in which all stock is sold, so selling less counts as
 * inconsistent; it takes every answer but a refusal for a success; and opposite errors cancel out.
 *
 * @param stockInLogs successes less units there were to sell
 * @param stockInDatabase units there were to sell that have not left the stock, as a negative number
 * @param paymentInLogs how far the credit that the successes should have left is from the credit of the ideal end
 * @param paymentInDatabase how far the credit that is left is from the credit of the ideal end
 */
public record ClassicNumbers(long stockInLogs, long stockInDatabase, long paymentInLogs, long paymentInDatabase) {

  /**
   * Counts in a history whose orders hold one unit each, of items that cost 1 each.
   *
   * @param stock how many units there were to sell, in all
   * @param credit how much credit users had, in all
   */
  public static ClassicNumbers of(History history, long stock, long credit) {
    Books books = new Books(CheckoutRules.all());
    try (Stream<Event> events = history.everything()) {
      events.forEach(event -> {
        if (event instanceof Operation operation) {
          books.see(operation);
        }
      });
    }
    long successes = 0;
    for (int order = 0; order < books.orders.size(); order++) {
      successes += books.orders.asked.count(order);
    }
    long ideal = credit - stock;
    return new ClassicNumbers(successes - stock, -left(books.items), Math.abs(ideal - (credit - successes)),
        Math.abs(ideal - left(books.users)));
  }

  private static long left(Accounts accounts) {
    long left = 0;
    for (int account = 0; account < accounts.size(); account++) {
      left += accounts.last(account);
    }
    return left;
  }

  /** In the words of the classic test. */
  public List<String> lines() {
    return List.of("Stock service inconsistencies in the logs: " + stockInLogs,
        "Stock service inconsistencies in the database: " + stockInDatabase,
        "Payment service inconsistencies in the logs: " + paymentInLogs,
        "Payment service inconsistencies in the database: " + paymentInDatabase);
  }
}
