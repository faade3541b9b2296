package invariant.checkout;

import invariant.Invariant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The invariants of checkouts. */
public final class CheckoutInvariants {

  /** In the order of the matters. */
  private static final Map<Matter, Function<CheckoutRules, Invariant>> OPTIONAL = new EnumMap<>(
      Map.of(Matter.PAID, AcknowledgedOrdersArePaid::new, Matter.REFUSALS, RefusedCheckoutsChangeNothing::new,
          Matter.EXPECTATIONS, WhatMustBeRefusedIsRefused::new, Matter.EMPTY_ORDERS, EmptyOrdersAreRefused::new,
          Matter.CARTS, CartsHoldWhatWasPutIn::new, Matter.POLLS, PolledValuesStayWithinBounds::new));

  private CheckoutInvariants() {}

  /** All that the rules give cause for; what every run has to show is always among them. */
  public static List<Invariant> all(CheckoutRules rules) {
    List<Invariant> invariants = new ArrayList<>(List.of(new StockRemovedEqualsTheQuantityPaid(rules),
        new CreditRemovedEqualsTheValuePaid(rules), new ValueIsConserved(rules), new NothingIsNegative(),
        new OrdersArePaidAtMostOnce(rules), new TotalsAreTheSumOfTheItems(rules)));
    OPTIONAL.forEach((matter, invariant) -> {
      if (rules.judges(matter)) {
        invariants.add(invariant.apply(rules));
      }
    });
    return List.copyOf(invariants);
  }
}
