package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class AcknowledgedOrdersArePaidTest {

  private final Invariant invariant = new AcknowledgedOrdersArePaid(CheckoutRules.all());

  @Test
  void holdsWhenAcknowledgedOrdersArePaid() {
    holds(invariant, Shop.sold().order("p", "u").refused().checksOut("p").orderIs("p", "u", false));
  }

  @Test
  void brokenWhenTheFlagIsNotSet() {
    broken(invariant, Shop.sold().orderIs("o", "u", false, "i", 2),
        "order o was acknowledged by operation 6, and is not paid");
  }

  @Test
  void brokenWhenNobodyCheckedOut() {
    broken(invariant, Shop.sold().order("p", "u").orderIs("p", "u", true),
        "order p is paid, and nobody checked it out");
  }

  @Test
  void anUnknownCheckoutMayHavePaid() {
    Shop unknown = Shop.sold().order("p", "u").unknown().checksOut("p");
    holds(invariant, unknown.orderIs("p", "u", true));
    holds(invariant, unknown.orderIs("p", "u", false));
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenAnOrderWasNotRead() {
    open(invariant, Shop.open().checksOut("o").settled(), "order o was acknowledged, and was not read");
  }

  @Test
  void openWhenTheStateHadNotSettled() {
    open(invariant, Shop.sold().orderIs("o", "u", false, "i", 2).settled(false), "had not settled");
  }
}
