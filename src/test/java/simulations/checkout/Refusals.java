package simulations.checkout;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import java.util.stream.IntStream;

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

/** What shoppers try in vain, in a market with goods for others. */
final class Refusals {

  private static final String FUNDS = "1000";

  private final Dice dice;
  private final Market market;

  Refusals(Dice dice, Market market) {
    this.dice = dice;
    this.market = market;
  }

  /** One of these, each as likely as the others. */
  ChainBuilder oneOf(ChainBuilder... visits) {
    Choice.WithKey[] cases = IntStream.range(0, visits.length)
        .mapToObj(place -> onCase(place).then(visits[place]))
        .toArray(Choice.WithKey[]::new);
    return exec(session -> session.set("visit", dice.between(0, visits.length - 1)))
        .exec(doSwitch("#{visit}").on(cases));
  }

  /** Wants a thing that nobody else wants, and one that is out of stock: neither is sold. */
  ChainBuilder wantsSomethingThatIsMissing() {
    return visit("wants what is missing",
        exec(createUser(), addFunds("#{user}", FUNDS), createOrder("#{user}"))
            .exec(createItem("1"), addStock("#{item}", "10"), addItem("#{order}", "#{item}"))
            .exec(createItem("1"), addItem("#{order}", "#{item}")),
        isRefused());
  }

  /** Has no money for three things that are there. */
  ChainBuilder cannotPay() {
    return visit("cannot pay", exec(createUser(), createOrder("#{user}")).exec(market.fills(3)), isRefused());
  }

  /** Checks out an order without items. */
  ChainBuilder checksOutNothing() {
    return visit("checks out nothing", exec(createUser(), addFunds("#{user}", FUNDS), createOrder("#{user}")),
        isRefused());
  }

  /** Adds less than nothing to a stock. */
  ChainBuilder addsLessThanNothing() {
    return visit("adds less than nothing", exec(createItem("1")), exec(addStock("#{item}", "-5").mustBeRefused()));
  }

  private static ChainBuilder isRefused() {
    return exec(checkout("#{order}").mustBeRefused());
  }

  private static ChainBuilder visit(String name, ChainBuilder preparation, ChainBuilder end) {
    return group(name).on(exitBlockOnFail().on(preparation.exec(end)));
  }
}
