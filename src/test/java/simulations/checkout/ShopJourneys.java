package simulations.checkout;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static protocol.checkout.CheckoutDsl.addFunds;
import static protocol.checkout.CheckoutDsl.addItem;
import static protocol.checkout.CheckoutDsl.addStock;
import static protocol.checkout.CheckoutDsl.checkout;
import static protocol.checkout.CheckoutDsl.createItem;
import static protocol.checkout.CheckoutDsl.createOrder;
import static protocol.checkout.CheckoutDsl.createUser;
import static protocol.checkout.CheckoutDsl.findItem;
import static protocol.checkout.CheckoutDsl.findUser;
import static protocol.checkout.CheckoutDsl.removeItem;
import static protocol.checkout.CheckoutDsl.subtractStock;

/** The six scenarios of a shop, each method one of them. Everyone has items, users and orders of their own. */
final class ShopJourneys {

  private final List<Map<String, Object>> scenarios = csv("feeders/checkout/scenarios.csv").readRecords();
  private final double[] weights = Dice
      .cumulated(scenarios.stream().mapToDouble(row -> number(row, "weight")).toArray());
  private final Map<Object, Map<String, Object>> ranges = csv("feeders/checkout/ranges.csv").readRecords()
      .stream()
      .collect(Collectors.toUnmodifiableMap(row -> row.get("what"), row -> row));
  private final Dice dice;
  private final Rules rules;
  private final Think think;

  ShopJourneys(Dice dice, Rules rules, Think think) {
    this.dice = dice;
    this.rules = rules;
    this.think = think;
  }

  /** The share of each scenario, by name; they sum up to 1. */
  Map<String, Double> shares() {
    double all = weights[weights.length - 1];
    return scenarios.stream()
        .collect(
            Collectors.toUnmodifiableMap(row -> row.get("scenario").toString(), row -> number(row, "weight") / all));
  }

  /** Draws which scenario the shopper is in. */
  ChainBuilder isDrawn() {
    return exec(session -> session.set("scenario", scenarios.get(dice.weighted(weights)).get("scenario")));
  }

  /** Draws prices, stock and funds, and goes through the scenario once. */
  ChainBuilder shops() {
    return exec(this::draw).exec(doSwitch("#{scenario}").on(scenario("stocks an item", newItem(1)),
        scenario("checks out one item", buysOne(), checksOut()),
        scenario("checks out two items", buysTwo(), checksOut()),
        scenario("regrets and checks out", buysOne(), regrets(), checksOut()),
        scenario("refused for lack of stock", buysTwo(), sellsOutTheSecond(), isRefused()),
        scenario("refused for lack of credit", newItem(1), newOrder(), puts(1), isRefused())));
  }

  private Choice.WithKey scenario(String name, ChainBuilder... parts) {
    ChainBuilder steps = exec(List.of(parts));
    return onCase(name).then(group(name).on(rules == Rules.STRICT ? exitBlockOnFail().on(steps) : steps));
  }

  private ChainBuilder newItem(int number) {
    String item = "item" + number;
    return steps(createItem("#{price" + number + "}").savingAs(rules == Rules.STRICT ? item : "made"),
        keepsTheFirst(item), addStock("#{" + item + "}", "#{stock" + number + "}"));
  }

  /** In the original, a shopper's list of items grows, and its first and second are used for ever. */
  private Executable keepsTheFirst(String item) {
    return exec(session -> rules == Rules.STRICT || session.contains(item) || !session.contains("made") ? session
        : session.set(item, session.get("made")));
  }

  private ChainBuilder newOrder() {
    return steps(createUser(), createOrder("#{user}"));
  }

  private ChainBuilder newFundedOrder() {
    return steps(createUser(), addFunds("#{user}", "#{funds}"), createOrder("#{user}"));
  }

  private ChainBuilder puts(int number) {
    return steps(addItem("#{order}", "#{item" + number + "}"));
  }

  private ChainBuilder buysOne() {
    return exec(newItem(1), newFundedOrder(), puts(1));
  }

  private ChainBuilder buysTwo() {
    return exec(newItem(1), newItem(2), newFundedOrder(), puts(1), puts(2));
  }

  private ChainBuilder regrets() {
    return exec(steps(removeItem("#{order}", "#{item1}").whereSpoken()), puts(1));
  }

  private ChainBuilder sellsOutTheSecond() {
    return steps(findItem("#{item2}"), subtractStock("#{item2}", "#{stock}"));
  }

  private ChainBuilder checksOut() {
    return steps(checkout("#{order}"));
  }

  /** By the strict rules the shopper looks whether everything is as it was. */
  private ChainBuilder isRefused() {
    ChainBuilder refused = steps(checkout("#{order}").mustBeRefused());
    return rules == Rules.COMPATIBLE ? refused
        : refused.exec(steps(findItem("#{item1}").saving("stock", "stockLeft"), findUser("#{user}")),
            exec(this::unchanged));
  }

  private Session unchanged(Session session) {
    boolean funded = session.getString("scenario").endsWith("stock");
    boolean same = session.getLong("stockLeft") == session.getLong("stock1")
        && session.getLong("credit") == (funded ? session.getLong("funds") : 0);
    return same ? session : session.markAsFailed();
  }

  private ChainBuilder steps(Executable... steps) {
    return think.after(steps);
  }

  private Session draw(Session session) {
    return session.setAll(Map.of("price1", drawn("price"), "price2", drawn("price"), "stock1", drawn("stock"), "stock2",
        drawn("stock"), "funds", drawn("funds")));
  }

  private long drawn(String what) {
    Map<String, Object> range = ranges.get(what);
    return dice.between((int) number(range, "from"), (int) number(range, "to"));
  }

  private static double number(Map<String, Object> row, String column) {
    return Double.parseDouble(row.get(column).toString());
  }
}
