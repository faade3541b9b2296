package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class WhatMustBeRefusedIsRefusedTest {

  private final Invariant invariant = new WhatMustBeRefusedIsRefused(CheckoutRules.all());

  @Test
  void holdsWhenItIsRefused() {
    holds(invariant, Shop.open().refused().checksOut("o", "refused"));
  }

  @Test
  void brokenWhenItIsAcknowledged() {
    broken(invariant, Shop.open().checksOut("o", "refused"),
        "order o had to be refused, and was acknowledged by operation 6");
  }

  @Test
  void whatShouldHaveBeenPaidIsNoneOfItsBusiness() {
    open(invariant, Shop.open().refused().checksOut("o", "paid"), "nothing was looked at");
  }

  @Test
  void theFlagTellsWhatCameOfAnUnknownCheckout() {
    Shop unknown = Shop.open().unknown().checksOut("o", "refused");
    open(invariant, unknown, "nobody knows");
    holds(invariant, unknown.orderIs("o", "u", false, "i", 2));
    open(new WhatMustBeRefusedIsRefused(CheckoutRules.all().without(Matter.PAID)), unknown, "nobody knows");
    broken(invariant, unknown.orderIs("o", "u", true, "i", 2), "order o had to be refused, and is paid");
  }

  @Test
  void secondPaymentsAndEmptyOrdersAreLeftToTheirOwnJudges() {
    holds(invariant, Shop.open().checksOut("o").checksOut("o", "refused"));
    holds(invariant, Shop.open().order("e", "u").checksOut("e", "refused"));
    broken(new WhatMustBeRefusedIsRefused(CheckoutRules.all().without(Matter.EMPTY_ORDERS)),
        Shop.open().order("e", "u").checksOut("e", "refused"), "order e had to be refused");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenNothingWasExpected() {
    open(invariant, Shop.open().refused().checksOut("o"), "nothing was looked at");
  }
}
