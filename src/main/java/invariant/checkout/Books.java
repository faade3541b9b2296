package invariant.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import history.Note;
import history.Operation;
import history.Outcome;
import invariant.Evidence;
import invariant.Findings;
import invariant.Onlooker;
import org.jspecify.annotations.Nullable;

/**
 * A whole history of checkouts in columns of numbers, for all judges. A warm-up is no part of it, as its kinds have other names.
 *
 * <p>An item, a user or an order with what belongs to it takes some hundred bytes, so that ten million operations fit into 1 GiB.
 */
final class Books implements Onlooker {

  final Accounts items = new Accounts("item", "stock");
  final Accounts users = new Accounts("user", "credit");
  final Orders orders = new Orders();
  final Records records = new Records();

  private final CheckoutRules rules;
  /** By item: its price + 1; 0 when nobody has told it. */
  private final Longs prices = new Longs();
  private long batchPrice = -1;
  private @Nullable Boolean settled;
  private @Nullable Sales sales;

  Books(CheckoutRules rules) {
    this.rules = rules;
  }

  /** The books that all judges of a run share. */
  static Books of(Evidence evidence, CheckoutRules rules) {
    return evidence.book(Books.class, () -> new Books(rules));
  }

  @Override
  public void see(Note note) {
    if (note.name().equals("settled")) {
      settled = note.value().path("complete").asBoolean();
    }
  }

  @Override
  public void see(Operation operation) {
    switch (operation.kind()) {
      case CheckoutKinds.ADD_STOCK -> move(items, operation, number(operation.asked(), "amount"));
      case CheckoutKinds.SUBTRACT_STOCK -> move(items, operation, -number(operation.asked(), "amount"));
      case CheckoutKinds.ADD_FUNDS -> move(users, operation, number(operation.asked(), "amount"));
      case CheckoutKinds.ADD_ITEM -> cart(operation, number(operation.asked(), "quantity"));
      case CheckoutKinds.REMOVE_ITEM -> cart(operation, -1);
      case CheckoutKinds.CHECKOUT -> orders.checkout(orders.number(operation.entity()), operation,
          operation.asked().path("expect").asText().equals("refused"));
      default -> {
        // A create that nobody has answered leaves nothing that can be named, and such a read shows nothing.
        if (operation.ok()) {
          answered(operation, operation.asked(), operation.answered());
        }
      }
    }
  }

  private void answered(Operation operation, JsonNode asked, JsonNode answered) {
    switch (operation.kind()) {
      case CheckoutKinds.CREATE_ITEM -> {
        int item = items.number(answered.path("item").asText());
        items.open(item, 0);
        price(item, number(asked, "price"));
      }
      case CheckoutKinds.CREATE_USER -> users.open(users.number(answered.path("user").asText()), 0);
      case CheckoutKinds.CREATE_ORDER ->
        orders.create(orders.number(answered.path("order").asText()), users.number(asked.path("user").asText()));
      case CheckoutKinds.FIND_ITEM -> poll(items, operation, number(answered, "stock"));
      case CheckoutKinds.FIND_USER -> poll(users, operation, number(answered, "credit"));
      case CheckoutKinds.READ_ITEM -> {
        int item = items.number(operation.entity());
        items.read(item, number(answered, "stock"));
        if (price(item) < 0) {
          price(item, number(answered, "price"));
        }
      }
      case CheckoutKinds.READ_USER -> users.read(users.number(operation.entity()), number(answered, "credit"));
      case CheckoutKinds.READ_ORDER -> read(orders.number(operation.entity()), answered);
      default -> batch(operation.kind(), asked);
    }
  }

  private void batch(String kind, JsonNode asked) {
    long count = number(asked, "count");
    switch (kind) {
      case CheckoutKinds.CREATE_ITEMS -> {
        batchPrice = number(asked, "price");
        items.openBatch(count, number(asked, "stock"));
      }
      case CheckoutKinds.CREATE_USERS -> users.openBatch(count, number(asked, "credit"));
      case CheckoutKinds.CREATE_ORDERS -> orders.createBatch(count);
      default -> {
        // not about checkouts
      }
    }
  }

  private static void move(Accounts accounts, Operation operation, long amount) {
    int account = accounts.number(operation.entity());
    if (!(operation.outcome() instanceof Outcome.Refused)) {
      accounts.moves.add(account, operation.invocation().started(), operation.ok() ? operation.ended() : Log.NEVER,
          amount);
    }
  }

  private static void poll(Accounts accounts, Operation poll, long value) {
    accounts.polls.add(accounts.number(poll.entity()), poll.invocation().started(), poll.ended(), value);
  }

  private void cart(Operation operation, long quantity) {
    int item = items.number(operation.asked().path("item").asText());
    orders.cart(orders.number(operation.entity()), item, quantity, operation);
  }

  private void read(int order, JsonNode shown) {
    orders.read(order, shown.path("paid").asBoolean(), number(shown, "total"));
    String user = shown.path("user").asText();
    if (!user.isEmpty()) {
      orders.shows(order, users.number(user));
    }
    JsonNode lines = shown.path("items");
    records.begin(order, lines.size());
    for (int line = 0; line < lines.size(); line++) {
      int item = items.number(lines.path(line).path(0).asText());
      records.put(order, line, item, lines.path(line).path(1).asLong());
    }
  }

  private static long number(JsonNode node, String field) {
    return node.path(field).asLong();
  }

  private void price(int item, long price) {
    prices.set(item, price + 1);
  }

  /** What one of an item costs; below 0 when nobody has told it. */
  long price(int item) {
    long price = prices.get(item) - 1;
    return price < 0 && items.known(item) ? batchPrice : price;
  }

  /** Whether the last reads show the final state; when not, it is an open question. */
  boolean isFinal(Findings findings) {
    if (settled == null) {
      findings.open("nothing tells whether the state that was read is final");
    } else if (!settled) {
      findings.open("the state had not settled when it was read");
    }
    return settled != null && settled;
  }

  /** What was sold; to be asked when all has been seen. */
  Sales sales() {
    if (sales == null) {
      sales = new Sales(this, rules.judges(Matter.PAID));
    }
    return sales;
  }

  /** Looks into orders; one for each judge, as it hands out what it uses again. */
  Contents contents() {
    return new Contents(orders, records);
  }
}
