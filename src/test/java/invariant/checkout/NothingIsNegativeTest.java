package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class NothingIsNegativeTest {

  private final Invariant invariant = new NothingIsNegative();

  @Test
  void holdsDownToZero() {
    holds(invariant, Shop.sold().findsItem("i", 0).findsUser("u", 0));
  }

  @Test
  void brokenByAFinalRead() {
    broken(invariant, Shop.sold().itemIs("i", -2), "read item: i has a stock of -2");
    broken(invariant, Shop.sold().userIs("u", -1), "read user: u has a credit of -1");
  }

  @Test
  void brokenByAPoll() {
    broken(invariant, Shop.sold().findsItem("i", -2), "find item: i has a stock of -2");
    broken(invariant, Shop.sold().findsUser("u", -7), "find user: u has a credit of -7");
  }

  @Test
  void brokenByANegativeAmountThatWasAccepted() {
    broken(invariant, Shop.sold().stock("i", -5), "add stock of -5 to i was accepted");
    broken(invariant, Shop.sold().funds("u", -5), "add funds of -5 to u was accepted");
    broken(invariant, Shop.sold().takes("i", -5), "subtract stock of -5 to i was accepted");
  }

  @Test
  void holdsWhenANegativeAmountWasRefused() {
    holds(invariant, Shop.sold().refused().stock("i", -5));
  }

  @Test
  void holdsUntilAnUnknownAmountIsSeenToHaveBeenTaken() {
    holds(invariant, Shop.sold().unknown().stock("i", -5));
    broken(invariant, Shop.sold().unknown().stock("i", -100).itemIs("i", -2), "-2");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }
}
