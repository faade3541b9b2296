package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import protocol.checkout.CheckoutVerb.Reading;
import protocol.engine.Expression;

/**
 * The verbs of a checkout: each is one request of Gatling's own HTTP DSL, and one operation of the history.
 *
 * <p>Ids are Gatling EL; so are numbers, which may be given as functions of the session as well. A verb saves what it learns in the session,
 * under the keys below; {@link CheckoutVerb#savingAs} names another one. What fails saves nothing, and the user is marked failed. Rows bear
 * the names of the history's kinds, for example {@code add stock}.
 */
public final class CheckoutDsl {

  /** Session key: the item created last. */
  public static final String ITEM = "item";
  /** Session key: the user created last. */
  public static final String USER = "user";
  /** Session key: the order created last. */
  public static final String ORDER = "order";
  /** Session key: the stock of the item found last, a {@link Long}. */
  public static final String STOCK = "stock";
  /** Session key: the price of the item found last, a {@link Long}. */
  public static final String PRICE = "price";
  /** Session key: the credit of the user found last, a {@link Long}. */
  public static final String CREDIT = "credit";
  /** Session key: whether the order found last is paid. */
  public static final String PAID = "paid";
  /** Session key: the total cost of the order found last, a {@link Long}. */
  public static final String TOTAL = "total";

  private CheckoutDsl() {}

  /** Makes an item, of which there is none yet in stock; saves {@link #ITEM}. */
  public static CheckoutVerb createItem(String price) {
    return createItem(Expression.whole(price));
  }

  /** Makes an item, of which there is none yet in stock; saves {@link #ITEM}. */
  public static CheckoutVerb createItem(Expression<Long> price) {
    return CheckoutVerb.of(Call.CREATE_ITEM, Wants.priced(price), created("item_id", ITEM));
  }

  /** Adds units to an item's stock. */
  public static CheckoutVerb addStock(String item, String amount) {
    return addStock(item, Expression.whole(amount));
  }

  /** Adds units to an item's stock. */
  public static CheckoutVerb addStock(String item, Expression<Long> amount) {
    return CheckoutVerb.of(Call.ADD_STOCK, Wants.change(item, amount), Reading.NOTHING);
  }

  /** Takes units out of an item's stock. */
  public static CheckoutVerb subtractStock(String item, String amount) {
    return subtractStock(item, Expression.whole(amount));
  }

  /** Takes units out of an item's stock. */
  public static CheckoutVerb subtractStock(String item, Expression<Long> amount) {
    return CheckoutVerb.of(Call.SUBTRACT_STOCK, Wants.change(item, amount), Reading.NOTHING);
  }

  /** Reads an item; saves {@link #STOCK} and {@link #PRICE}. */
  public static CheckoutVerb findItem(String item) {
    return CheckoutVerb.of(Call.FIND_ITEM, Wants.about(item),
        new Reading(Answers::item, Map.of("stock", STOCK, "price", PRICE)));
  }

  /** Makes a user without credit; saves {@link #USER}. */
  public static CheckoutVerb createUser() {
    return CheckoutVerb.of(Call.CREATE_USER, Wants.batch(List.of()), created("user_id", USER));
  }

  /** Adds credit to a user. */
  public static CheckoutVerb addFunds(String user, String amount) {
    return addFunds(user, Expression.whole(amount));
  }

  /** Adds credit to a user. */
  public static CheckoutVerb addFunds(String user, Expression<Long> amount) {
    return CheckoutVerb.of(Call.ADD_FUNDS, Wants.change(user, amount), Reading.NOTHING);
  }

  /** Reads a user; saves {@link #CREDIT}. */
  public static CheckoutVerb findUser(String user) {
    return CheckoutVerb.of(Call.FIND_USER, Wants.about(user), new Reading(Answers::user, Map.of("credit", CREDIT)));
  }

  /** Makes an empty order of a user; saves {@link #ORDER}. */
  public static CheckoutVerb createOrder(String user) {
    return CheckoutVerb.of(Call.CREATE_ORDER, Wants.belonging(user), created("order_id", ORDER));
  }

  /** Adds one unit of an item to an order. */
  public static CheckoutVerb addItem(String order, String item) {
    return addItem(order, item, Expression.constant(1L));
  }

  /** Adds units of an item to an order; other dialects than C take one at a time. */
  public static CheckoutVerb addItem(String order, String item, String quantity) {
    return addItem(order, item, Expression.whole(quantity));
  }

  /** Adds units of an item to an order; other dialects than C take one at a time. */
  public static CheckoutVerb addItem(String order, String item, Expression<Long> quantity) {
    return CheckoutVerb.of(Call.ADD_ITEM, Wants.into(order, item, quantity), Reading.NOTHING);
  }

  /** Takes one unit of an item out of an order; not in dialect C. */
  public static CheckoutVerb removeItem(String order, String item) {
    return CheckoutVerb.of(Call.REMOVE_ITEM, Wants.outOf(order, item), Reading.NOTHING);
  }

  /** Reads an order; saves {@link #PAID} and {@link #TOTAL}. */
  public static CheckoutVerb findOrder(String order) {
    return CheckoutVerb.of(Call.FIND_ORDER, Wants.about(order),
        new Reading(Answers::order, Map.of("paid", PAID, "total", TOTAL)));
  }

  /** Pays an order: takes its items out of stock, and their price off its user's credit. */
  public static CheckoutVerb checkout(String order) {
    return CheckoutVerb.of(Call.CHECKOUT, Wants.about(order), Reading.NOTHING);
  }

  /** Makes so many items at once, with stock; their ids are {@code 0}, {@code 1} and so on. Dialect C only. */
  public static CheckoutVerb createBatchOfItems(String count, String stock, String price) {
    return CheckoutVerb.of(Call.CREATE_BATCH_OF_ITEMS,
        Wants.batch(List.of("count", "stock", "price"), count, stock, price), Reading.NOTHING);
  }

  /** Makes so many users at once, with credit; their ids are {@code 0}, {@code 1} and so on. Dialect C only. */
  public static CheckoutVerb createBatchOfUsers(String count, String credit) {
    return CheckoutVerb.of(Call.CREATE_BATCH_OF_USERS, Wants.batch(List.of("count", "credit"), count, credit),
        Reading.NOTHING);
  }

  /** Makes so many orders at once: each of two items and one user out of so many, drawn by the target, at the given price. Dialect C only. */
  public static CheckoutVerb createBatchOfOrders(String count, String items, String users, String price) {
    return CheckoutVerb.of(Call.CREATE_BATCH_OF_ORDERS, Wants.batch(List.of("count"), count, items, users, price),
        Reading.NOTHING);
  }

  /**
   * Reads what the run has touched, after the drain, until two rounds of reads agree or patience ends; row {@code final reads}, KO when they
   * do not. {@link CheckoutProtocol} needs a history for it.
   */
  public static ActionBuilder readFinalState() {
    return CheckoutProtocol.KEY.action("final reads", FinalReads::begin);
  }

  private static Reading created(String idField, String name) {
    Function<JsonNode, JsonNode> reader = answer -> Answers.created(answer, idField, name);
    return new Reading(reader, Map.of(name, name));
  }
}
