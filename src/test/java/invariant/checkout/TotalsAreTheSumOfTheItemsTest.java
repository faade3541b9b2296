package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class TotalsAreTheSumOfTheItemsTest {

  private final Invariant invariant = new TotalsAreTheSumOfTheItems(CheckoutRules.all());

  @Test
  void holdsWhenTheTotalIsRight() {
    holds(invariant, Shop.sold());
  }

  @Test
  void holdsForSeveralItemsAndForNone() {
    holds(invariant,
        Shop.sold().item("j", 7, 1).costing(17).orderIs("p", "u", false, "i", 2, "j", 1).orderIs("q", "u", false));
  }

  @Test
  void holdsForWhatABatchMade() {
    holds(invariant, new Shop().batch(3, 5, 100, 1000).orderIs("2", "1", false, "0", 2).settled());
  }

  @Test
  void brokenByAWrongTotal() {
    broken(invariant, Shop.sold().costing(11).orderIs("o", "u", true, "i", 2),
        "order o shows a total of 11, and its items cost 10");
  }

  @Test
  void brokenByAnEmptyOrderThatCostsSomething() {
    broken(invariant, Shop.sold().costing(5).orderIs("q", "u", false), "its items cost 0");
  }

  @Test
  void theLastReadCounts() {
    holds(invariant, Shop.sold().costing(11).orderIs("o", "u", true, "i", 2).orderIs("o", "u", true, "i", 2));
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenAPriceIsNotKnown() {
    open(invariant, Shop.sold().orderIs("o", "u", true, "i", 2, "strange", 1),
        "item strange, whose price is not known");
  }

  @Test
  void openWhenTheStateHadNotSettled() {
    open(invariant, Shop.sold().costing(11).orderIs("o", "u", true, "i", 2).settled(false), "had not settled");
  }
}
