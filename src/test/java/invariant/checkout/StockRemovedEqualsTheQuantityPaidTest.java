package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class StockRemovedEqualsTheQuantityPaidTest {

  private final Invariant invariant = new StockRemovedEqualsTheQuantityPaid(CheckoutRules.all());

  @Test
  void holdsWhenAsMuchIsGoneAsWasSold() {
    holds(invariant, Shop.sold());
  }

  @Test
  void holdsNetOfDirectCalls() {
    holds(invariant, Shop.open().takes("i", 50).stock("i", 7).checksOut("o").itemIs("i", 55).settled());
  }

  @Test
  void holdsForWhatABatchMade() {
    holds(invariant,
        new Shop().batch(3, 5, 100, 1000)
            .checksOut("2")
            .itemIs("0", 98)
            .itemIs("1", 99)
            .userIs("1", 985)
            .orderIs("2", "1", true, "0", 2, "1", 1)
            .settled());
  }

  @Test
  void holdsWhateverAWarmUpDid() {
    holds(invariant, Shop.sold().warmUp().takes("i", 3));
  }

  @Test
  void brokenWhenAnUpdateWasLost() {
    broken(invariant, Shop.open().checksOut("o").itemIs("i", 99).settled(),
        "item i: stock of 100 fell by 1 to 99, and paid orders hold 2");
  }

  @Test
  void brokenWhenUnitsWereLost() {
    broken(invariant, Shop.open().checksOut("o").itemIs("i", 90).settled(), "fell by 10 to 90");
  }

  @Test
  void brokenWhenARefusedCheckoutTookSomething() {
    broken(invariant, Shop.open().refused().checksOut("o").itemIs("i", 98).settled(), "paid orders hold 0");
  }

  @Test
  void brokenByOneItemAmongMany() {
    broken(invariant, Shop.sold().item("j", 5, 10).itemIs("j", 11), "item j: stock of 10 fell by -1 to 11");
  }

  @Test
  void aSecondPaymentMayTakeAgainOrNot() {
    Shop twice = Shop.open().checksOut("o").checksOut("o");
    holds(invariant, twice.itemIs("i", 98).settled());
    holds(invariant, twice.itemIs("i", 96).settled());
    broken(invariant, twice.itemIs("i", 97).settled(), "paid orders hold 2 to 4");
  }

  @Test
  void aLaterReadIsTheFinalOne() {
    holds(invariant, Shop.open().checksOut("o").itemIs("i", 99).itemIs("i", 98).settled());
  }

  @Test
  void theFlagTellsWhatCameOfAnUnknownCheckout() {
    Shop unknown = Shop.sold().order("p", "u").adds("p", "i", 3).unknown().checksOut("p");
    holds(invariant, unknown.orderIs("p", "u", true, "i", 3).itemIs("i", 95));
    broken(invariant, unknown.itemIs("i", 98), "paid orders hold 5");
    broken(invariant, unknown.orderIs("p", "u", false, "i", 3).itemIs("i", 95), "paid orders hold 2");
  }

  @Test
  void aFlagThatIsNeverSetTellsNothing() {
    Shop never = Shop.open().checksOut("o").orderIs("o", "u", false, "i", 2).order("p", "u").adds("p", "i", 3);
    never.unknown().checksOut("p").orderIs("p", "u", false, "i", 3).settled();
    holds(invariant, never.itemIs("i", 98));
    holds(invariant, never.itemIs("i", 95));
    broken(invariant, never.itemIs("i", 97), "paid orders hold 2 to 5");
  }

  @Test
  void theStockTellsWhatCameOfAnUnknownCall() {
    Shop unknown = Shop.sold().unknown().stock("i", 50);
    holds(invariant, unknown.itemIs("i", 98));
    holds(invariant, unknown.itemIs("i", 148));
    broken(invariant, unknown.itemIs("i", 120), "fell by -20 to 120");
  }

  @Test
  void theCartThatAnOrderShowsIsWhatItBought() {
    Shop unknown = Shop.open().unknown().adds("o", "i", 1).checksOut("o");
    holds(invariant, unknown.orderIs("o", "u", true, "i", 2).itemIs("i", 98).settled());
    holds(invariant, unknown.orderIs("o", "u", true, "i", 3).itemIs("i", 97));
    broken(invariant, unknown.orderIs("o", "u", true, "i", 2).itemIs("i", 97), "paid orders hold 2");
  }

  @Test
  void whatIsPutInAfterwardsIsNotBought() {
    holds(invariant, Shop.sold().adds("o", "i", 4).orderIs("o", "u", true, "i", 6));
  }

  @Test
  void whatIsPutInMeanwhileMayBeBought() {
    Shop meanwhile = Shop.open().checksOut("o").meanwhile().adds("o", "i", 4).orderIs("o", "u", true, "i", 6).settled();
    holds(invariant, meanwhile.itemIs("i", 98));
    holds(invariant, meanwhile.itemIs("i", 94));
    open(invariant, meanwhile.itemIs("i", 96), "nobody knows");
    broken(invariant, meanwhile.itemIs("i", 93), "paid orders hold 2 to 6");
  }

  @Test
  void openWhenSeveralUnknownsWouldDo() {
    Shop several = Shop.sold().unknown().stock("i", 10).unknown().stock("i", 10).unknown().stock("i", 10);
    open(invariant, several.itemIs("i", 108), "nobody knows");
    holds(invariant, several.itemIs("i", 128));
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenNothingWasSold() {
    open(invariant, Shop.open().refused().checksOut("o").itemIs("i", 100).settled(), "nothing was sold");
  }

  @Test
  void openWhenAnItemWasNotRead() {
    open(invariant, Shop.open().checksOut("o").settled(), "item i was not read");
  }

  @Test
  void openWhenTheStateHadNotSettled() {
    open(invariant, Shop.open().checksOut("o").itemIs("i", 99).settled(false), "had not settled");
    open(invariant, Shop.open().checksOut("o").itemIs("i", 99), "nothing tells whether");
  }

  @Test
  void openWhenAnOrderOfABatchWasNotRead() {
    open(invariant, new Shop().batch(3, 5, 100, 1000).checksOut("2").itemIs("0", 98).settled(),
        "order 2 was checked out, and what was in it is not known");
  }

  @Test
  void openWhenAnItemIsOlderThanTheRun() {
    open(invariant, Shop.sold().stock("old", 5).itemIs("old", 17), "item old is older than the run");
  }
}
