package simulations.checkout;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import java.time.Duration;
import java.util.stream.Stream;
import protocol.checkout.CheckoutDsl;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static protocol.checkout.CheckoutDsl.addFunds;
import static protocol.checkout.CheckoutDsl.addItem;
import static protocol.checkout.CheckoutDsl.addStock;
import static protocol.checkout.CheckoutDsl.checkout;
import static protocol.checkout.CheckoutDsl.createBatchOfItems;
import static protocol.checkout.CheckoutDsl.createBatchOfOrders;
import static protocol.checkout.CheckoutDsl.createBatchOfUsers;
import static protocol.checkout.CheckoutDsl.createItem;
import static protocol.checkout.CheckoutDsl.createOrder;
import static protocol.checkout.CheckoutDsl.createUser;
import static protocol.checkout.CheckoutDsl.findItem;
import static protocol.checkout.CheckoutDsl.findOrder;
import static protocol.checkout.CheckoutDsl.findUser;

/** A market whose items, users and orders all virtual users share, and what is done there, each method a sentence. */
final class Market {

  private static final int PER_SECOND = 300;
  private static final int LOOKS = 50;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Shelf items = new Shelf(CheckoutDsl.ITEM);
  private final Shelf users = new Shelf(CheckoutDsl.USER);
  private final Shelf orders = new Shelf(CheckoutDsl.ORDER);
  private final Dice dice;
  private final double[] popularity;

  /**
   * A market that is empty.
   *
   * @param expected how many items there will be: the first is the most popular
   * @param exponent of Zipf's law: 0 when all are as popular, about 1 in real shops
   */
  Market(Dice dice, int expected, double exponent) {
    this.dice = dice;
    this.popularity = Dice.zipf(expected, exponent);
  }

  /** So many who set something up: not all at once, since that is no part of the load. */
  static OpenInjectionStep settingUp(int users) {
    return rampUsers(users).during(1 + users / PER_SECOND);
  }

  /** How many items, users and orders have been set up, and were looked at. */
  int size() {
    return items.size() + users.size() + orders.size();
  }

  /** Brings one more item. */
  ChainBuilder stocksAnItem(int stock, int price) {
    return setUp(items, createItem(text(price)), addStock("#{item}", text(stock)),
        shows(findItem("#{item}"), CheckoutDsl.STOCK, stock));
  }

  /** Brings one more user. */
  ChainBuilder registersAUser(int credit) {
    return setUp(users, createUser(), addFunds("#{user}", text(credit)),
        shows(findUser("#{user}"), CheckoutDsl.CREDIT, credit));
  }

  /** Places one more order: a unit of any item, for any user. */
  ChainBuilder placesAnOrder() {
    return setUp(orders, exec(this::anyUser), createOrder("#{user}"), exec(this::anItem),
        addItem("#{order}", "#{item}"));
  }

  /** Places one more order, for a new user with so much money, of so many items. */
  ChainBuilder placesAnOrderOf(int units, int credit) {
    return setUp(orders, createUser(), addFunds("#{user}", text(credit)), createOrder("#{user}"),
        repeat(units).on(exec(this::anItem).exec(addItem("#{order}", "#{item}"))));
  }

  /** Comes as a new customer with so much money, wants up to so many items, and checks out. */
  ChainBuilder buysAsANewCustomer(int units, int credit) {
    return group("buys").on(exitBlockOnFail()
        .on(exec(createUser(), addFunds("#{user}", text(credit)), createOrder("#{user}")).exec(fills(units))
            .exec(checksOut())));
  }

  /** Comes as one of the registered users, wants up to so many items, and checks out. */
  ChainBuilder buysAsARegular(int units) {
    return group("buys").on(
        exitBlockOnFail().on(exec(this::anyUser).exec(createOrder("#{user}")).exec(fills(units)).exec(checksOut())));
  }

  /** Puts up to so many items into the order. */
  ChainBuilder fills(int units) {
    return exec(session -> session.set("units", dice.between(1, units))).repeat("#{units}")
        .on(exec(this::anItem).exec(addItem("#{order}", "#{item}")));
  }

  /** Is filled with so many items, users and orders at once. */
  ChainBuilder isFilledInBatches(int count, int stock, int credit) {
    String all = text(count);
    return group("set-up")
        .on(exitBlockOnFail().on(exec(createBatchOfItems(all, text(stock), "1"), createBatchOfUsers(all, text(credit)),
            createBatchOfOrders(all, all, all, "1"), shows(findItem("0"), CheckoutDsl.STOCK, stock),
            shows(findUser("0"), CheckoutDsl.CREDIT, credit)).exec(session -> fill(session, count))));
  }

  private Session fill(Session session, int count) {
    if (!session.isFailed()) {
      Stream.of(items, users, orders).forEach(shelf -> shelf.fill(count));
    }
    return session;
  }

  /** Takes an order of those that were placed: the next one, or any, whether or not somebody else has it. */
  ChainBuilder takesAnyOrder(boolean maybeAgain) {
    return exec(
        session -> maybeAgain ? orders.at(session, dice.between(0, orders.size() - 1)) : orders.next(session, 1));
  }

  /** Takes an order of those that were placed; so many users in a row take the same. */
  ChainBuilder takesAnOrder(int times) {
    return exec(session -> orders.next(session, times));
  }

  /** Puts into its order an item that nobody else puts there at the same time, and looks at the order. */
  ChainBuilder addsAnItemOfItsOwn() {
    return exec(session -> items.next(session, 1)).exec(addItem("#{order}", "#{item}"), findOrder("#{order}"));
  }

  /** Checks its order out; whether it is sold is the services' decision. */
  Executable checksOut() {
    return checkout("#{order}").mayBeRefused();
  }

  /** Looks how much is left of an item, and how much money a user has. */
  ChainBuilder looksAround() {
    return exec(this::anItem).exec(findItem("#{item}")).exec(this::anyUser).exec(findUser("#{user}"));
  }

  private static ChainBuilder setUp(Shelf shelf, Executable first, Executable... steps) {
    return group("set-up").on(exitBlockOnFail().on(exec(first, steps).exec(shelf::put)));
  }

  /** Looks until the value is there, as it may take a while to be seen; the user has failed when it does not come. */
  private static ChainBuilder shows(Executable find, String key, long value) {
    return exec(find).asLongAs(session -> !shows(session, key, value) && session.getInt("looks") < LOOKS, "looks")
        .on(pause(LOOK_AGAIN), exec(find))
        .exec(session -> shows(session, key, value) ? session : session.markAsFailed());
  }

  private static boolean shows(Session session, String key, long value) {
    return session.contains(key) && session.getLong(key) == value;
  }

  private Session anyUser(Session session) {
    return users.at(session, dice.between(0, users.size() - 1));
  }

  private Session anItem(Session session) {
    return items.at(session, dice.weighted(popularity));
  }

  private static String text(int number) {
    return Integer.toString(number);
  }
}
