package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class CreditRemovedEqualsTheValuePaidTest {

  private final Invariant invariant = new CreditRemovedEqualsTheValuePaid(CheckoutRules.all());

  @Test
  void holdsWhenEachHasPaidWhatWasBought() {
    holds(invariant, Shop.sold());
  }

  @Test
  void holdsNetOfDirectCalls() {
    holds(invariant, Shop.sold().funds("u", 10).userIs("u", 1000));
  }

  @Test
  void holdsWhateverTotalAnOrderShows() {
    holds(invariant, Shop.sold().costing(77).orderIs("o", "u", true, "i", 2));
  }

  @Test
  void brokenWhenAnUpdateWasLost() {
    broken(invariant, Shop.sold().userIs("u", 1000),
        "user u: credit of 1000 fell by 0 to 1000, and paid orders hold 10");
  }

  @Test
  void brokenWhenAUserPaidForAnother() {
    broken(invariant, Shop.sold().user("v", 50).userIs("v", 40), "user v: credit of 50 fell by 10");
  }

  @Test
  void brokenWhenARefusedCheckoutCostSomething() {
    broken(invariant, Shop.open().refused().checksOut("o").userIs("u", 990).settled(), "paid orders hold 0");
  }

  @Test
  void brokenByTheWrongPrice() {
    broken(invariant, Shop.sold().userIs("u", 988), "fell by 12");
  }

  @Test
  void aSecondPaymentMayCostAgainOrNot() {
    Shop twice = Shop.open().checksOut("o").checksOut("o");
    holds(invariant, twice.userIs("u", 990).settled());
    holds(invariant, twice.userIs("u", 980).settled());
    broken(invariant, twice.userIs("u", 970).settled(), "paid orders hold 10 to 20");
  }

  @Test
  void theFlagTellsWhatCameOfAnUnknownCheckout() {
    Shop unknown = Shop.sold().order("p", "u").adds("p", "i", 3).unknown().checksOut("p");
    holds(invariant, unknown.orderIs("p", "u", true, "i", 3).userIs("u", 975));
    broken(invariant, unknown.orderIs("p", "u", false, "i", 3).userIs("u", 975), "paid orders hold 10");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenAPriceIsNotKnown() {
    open(invariant, Shop.sold().order("p", "u").adds("p", "old", 1).checksOut("p"), "the price of item old");
  }

  @Test
  void openWhenAUserWasNotRead() {
    open(invariant, Shop.open().checksOut("o").settled(), "user u was not read");
  }
}
