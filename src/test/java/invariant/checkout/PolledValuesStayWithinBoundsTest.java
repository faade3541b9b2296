package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class PolledValuesStayWithinBoundsTest {

  private final Invariant invariant = new PolledValuesStayWithinBounds(CheckoutRules.all());

  @Test
  void holdsWhenThePollIsRight() {
    holds(invariant, Shop.open().findsItem("i", 100).findsUser("u", 1000));
    holds(invariant, Shop.open().checksOut("o").findsItem("i", 98).findsUser("u", 990));
    holds(invariant, new Shop().batch(3, 5, 100, 1000).findsItem("1", 100).findsUser("2", 1000));
  }

  @Test
  void brokenWhenAReadIsStale() {
    broken(invariant, Shop.open().checksOut("o").findsItem("i", 100), "item i showed 100 at 160 ns, and had 98");
    broken(invariant, Shop.open().checksOut("o").findsUser("u", 1000), "user u showed 1000 at 160 ns, and had 990");
    broken(invariant, Shop.open().stock("i", 7).findsItem("i", 100), "and had 107");
    broken(invariant, Shop.open().takes("i", 7).findsItem("i", 100), "and had 93");
  }

  @Test
  void brokenWhenAWriteIsLost() {
    broken(invariant, Shop.open().findsItem("i", 0), "item i showed 0 at 140 ns, and had 100");
    broken(invariant, Shop.open().findsUser("u", 0), "user u showed 0 at 140 ns, and had 1000");
  }

  @Test
  void whatIsUnderWayMayShowOrNot() {
    holds(invariant, Shop.open().checksOut("o").meanwhile().findsItem("i", 98).meanwhile().findsItem("i", 100));
    holds(invariant, Shop.open().stock("i", 7).meanwhile().findsItem("i", 107).meanwhile().findsItem("i", 100));
    broken(invariant, Shop.open().checksOut("o").meanwhile().findsItem("i", 97), "and had 98 to 100");
    broken(invariant, Shop.open().stock("i", 7).meanwhile().findsItem("i", 108), "and had 100 to 107");
  }

  @Test
  void whatBeginsAfterwardsDoesNotShow() {
    broken(invariant, Shop.open().findsItem("i", 98).checksOut("o"), "and had 100");
    broken(invariant, Shop.open().findsItem("i", 107).stock("i", 7), "and had 100");
  }

  @Test
  void whatIsUnknownMayShowOrNot() {
    Shop unknown = Shop.open().unknown().checksOut("o").unknown().funds("u", 50);
    holds(invariant, unknown.findsItem("i", 98).findsItem("i", 100).findsUser("u", 990).findsUser("u", 1050));
    broken(invariant, unknown.findsUser("u", 1051), "and had 990 to 1050");
  }

  @Test
  void aRefusedCheckoutMayTakeSomethingForAWhile() {
    holds(invariant, Shop.open().refused().checksOut("o").meanwhile().findsItem("i", 98).findsItem("i", 100));
    broken(invariant, Shop.open().refused().checksOut("o").findsItem("i", 98), "and had 100");
  }

  @Test
  void aSecondPaymentMayTakeAgainOrNot() {
    Shop twice = Shop.open().checksOut("o").checksOut("o");
    holds(invariant, twice.findsItem("i", 98).findsItem("i", 96));
    broken(invariant, twice.findsItem("i", 100), "and had 96 to 98");
  }

  @Test
  void aWarmUpDoesNotCount() {
    open(invariant, Shop.open().warmUp().findsItem("i", 7), "nothing was looked at");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenAnOrderIsNotKnown() {
    Shop unread = new Shop().batch(3, 5, 100, 1000).checksOut("1").findsItem("1", 99);
    open(invariant, unread, "order 1 was checked out, and what was in it is not known");
    broken(invariant, unread.findsItem("1", 101), "item 1 showed 101");
  }

  @Test
  void openWhenAnItemIsOlderThanTheRun() {
    open(invariant, Shop.open().findsItem("old", 7), "nothing was looked at");
  }
}
