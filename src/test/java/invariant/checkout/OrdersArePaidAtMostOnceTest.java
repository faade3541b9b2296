package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class OrdersArePaidAtMostOnceTest {

  private final Invariant invariant = new OrdersArePaidAtMostOnce(CheckoutRules.all());

  @Test
  void holdsWhenEachIsPaidOnce() {
    holds(invariant, Shop.sold());
  }

  @Test
  void holdsWhenTheSecondCheckoutIsRefusedOrUnknown() {
    holds(invariant, Shop.sold().refused().checksOut("o").unknown().checksOut("o"));
  }

  @Test
  void brokenByASecondPayment() {
    broken(invariant, Shop.open().checksOut("o").checksOut("o"),
        "order o was paid 2 times: by operation 6, and again by operation 7");
  }

  @Test
  void brokenByPaymentsAtOnce() {
    broken(invariant, Shop.open().checksOut("o").meanwhile().checksOut("o").meanwhile().checksOut("o"), "paid 3 times");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenNothingWasPaid() {
    open(invariant, Shop.open().refused().checksOut("o"), "nothing was looked at");
  }
}
