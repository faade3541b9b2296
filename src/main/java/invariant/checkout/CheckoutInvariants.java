package invariant.checkout;

import invariant.Invariant;
import java.util.ArrayList;
import java.util.List;

/** The invariants of checkouts. */
public final class CheckoutInvariants {

  private CheckoutInvariants() {}

  /** All that the rules give cause for; what every run has to show is always among them. */
  public static List<Invariant> all(CheckoutRules rules) {
    List<Invariant> invariants = new ArrayList<>(
        List.of(new StockRemovedEqualsTheQuantityPaid(rules), new CreditRemovedEqualsTheValuePaid(rules),
            new ValueIsConserved(rules), new NothingIsNegative(), new OrdersArePaidAtMostOnce(rules)));
    if (rules.judges(Matter.PAID)) {
      invariants.add(new AcknowledgedOrdersArePaid(rules));
    }
    return List.copyOf(invariants);
  }
}
