package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class RefusedCheckoutsChangeNothingTest {

  private final Invariant invariant = new RefusedCheckoutsChangeNothing(CheckoutRules.all());

  private static Shop refused() {
    return Shop.open().refused().checksOut("o").settled();
  }

  private static Shop untouched() {
    return refused().itemIs("i", 100).userIs("u", 1000).orderIs("o", "u", false, "i", 2);
  }

  @Test
  void holdsWhenNothingHasChanged() {
    holds(invariant, untouched());
  }

  @Test
  void holdsWhenADirectCallChangedSomething() {
    holds(invariant, untouched().takes("i", 5).itemIs("i", 95));
    holds(invariant, untouched().unknown().takes("i", 5).itemIs("i", 95));
  }

  @Test
  void brokenWhenARollbackMints() {
    broken(invariant, untouched().itemIs("i", 102),
        "item i was in refused checkouts only: stock of 100 fell by -2 to 102");
    broken(invariant, untouched().userIs("u", 1010), "user u was in refused checkouts only");
  }

  @Test
  void brokenWhenSomethingIsNotGivenBack() {
    broken(invariant, untouched().itemIs("i", 98), "fell by 2 to 98");
    broken(invariant, untouched().userIs("u", 990), "fell by 10 to 990");
  }

  @Test
  void brokenWhenTheOrderIsPaid() {
    broken(invariant, untouched().orderIs("o", "u", true, "i", 2), "order o was refused, and is paid");
  }

  @Test
  void theFlagCanBeLeftOut() {
    holds(new RefusedCheckoutsChangeNothing(CheckoutRules.all().without(Matter.PAID)),
        untouched().orderIs("o", "u", true, "i", 2));
  }

  @Test
  void brokenWhenAnItemThatWasAlsoSoldIsMoreThanEver() {
    Shop both = untouched().order("p", "u").adds("p", "i", 1).checksOut("p");
    broken(invariant, both.itemIs("i", 101).userIs("u", 995),
        "item i was in refused checkouts: stock of 100 fell by -1 to 101");
  }

  @Test
  void whatWasAlsoSoldIsLeftToOtherJudges() {
    Shop both = untouched().order("p", "u").adds("p", "i", 5).checksOut("p");
    holds(invariant, both.itemIs("i", 97).userIs("u", 975));
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenNothingWasRefused() {
    open(invariant, Shop.sold(), "nothing was looked at");
  }

  @Test
  void openWhenSomethingWasNotRead() {
    open(invariant, refused().itemIs("i", 100).userIs("u", 1000), "order o was refused, and was not read");
    open(invariant, refused().userIs("u", 1000).orderIs("o", "u", false, "i", 2), "item i was not read");
  }

  @Test
  void openWhenTheStateHadNotSettled() {
    open(invariant, untouched().itemIs("i", 102).settled(false), "had not settled");
  }
}
