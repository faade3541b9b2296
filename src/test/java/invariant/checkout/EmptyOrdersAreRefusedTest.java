package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class EmptyOrdersAreRefusedTest {

  private final Invariant invariant = new EmptyOrdersAreRefused(CheckoutRules.all());

  private static Shop empty() {
    return Shop.sold().order("e", "u");
  }

  @Test
  void holdsWhenTheyAreRefused() {
    holds(invariant, empty().refused().checksOut("e"));
    holds(invariant, empty().adds("e", "i", 1).removes("e", "i").refused().checksOut("e"));
  }

  @Test
  void brokenWhenOneChecksOut() {
    broken(invariant, empty().checksOut("e"), "order e was empty, and its checkout was acknowledged by operation 11");
    broken(invariant, empty().adds("e", "i", 1).removes("e", "i").checksOut("e"), "order e was empty");
    broken(invariant, empty().refused().adds("e", "i", 1).checksOut("e"), "order e was empty");
  }

  @Test
  void whatIsPutInAfterwardsDoesNotCount() {
    broken(invariant, empty().checksOut("e").adds("e", "i", 1), "order e was empty");
  }

  @Test
  void whatMayBeInItDoesCount() {
    open(invariant, empty().unknown().adds("e", "i", 1).checksOut("e"), "nothing was looked at");
    open(invariant, empty().checksOut("e").meanwhile().adds("e", "i", 1), "nothing was looked at");
    open(invariant, empty().unknown().checksOut("e").adds("e", "i", 1), "nothing was looked at");
  }

  @Test
  void theFlagTellsWhatCameOfAnUnknownCheckout() {
    Shop unknown = empty().unknown().checksOut("e");
    open(invariant, unknown, "order e was empty, and nobody knows");
    holds(invariant, unknown.orderIs("e", "u", false));
    broken(invariant, unknown.orderIs("e", "u", true), "order e was empty, and is paid");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenNoneWasEmpty() {
    open(invariant, Shop.sold(), "nothing was looked at");
  }
}
