package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class ValueIsConservedTest {

  private final Invariant invariant = new ValueIsConserved(CheckoutRules.all());

  /** Two more units, and nobody knows whether they were sold; the target never sets the flag. */
  private static Shop unsold() {
    return Shop.open()
        .checksOut("o")
        .orderIs("o", "u", false, "i", 2)
        .order("p", "u")
        .adds("p", "i", 2)
        .unknown()
        .checksOut("p")
        .settled();
  }

  @Test
  void holdsWhenTheThreeSumsAreOne() {
    holds(invariant, Shop.sold());
  }

  @Test
  void holdsNetOfDirectCalls() {
    holds(invariant, Shop.sold().stock("i", 2).funds("u", 10).itemIs("i", 100).userIs("u", 1000));
  }

  @Test
  void holdsWhenWhatIsUnknownWasOrWasNotSold() {
    holds(invariant, unsold().itemIs("i", 98).userIs("u", 990));
    holds(invariant, unsold().itemIs("i", 96).userIs("u", 980));
  }

  @Test
  void holdsWhenAnUnknownCallIsToldByTheAccount() {
    holds(invariant, Shop.sold().unknown().stock("i", 50).itemIs("i", 148));
    holds(invariant, Shop.sold().unknown().funds("u", 50).userIs("u", 990));
  }

  @Test
  void brokenWhenAUnitWasSoldTwice() {
    broken(invariant, Shop.sold().itemIs("i", 99),
        "stock worth 5 was removed, and credit of 10; paid orders are worth 10");
  }

  @Test
  void brokenWhenCreditIsMissing() {
    broken(invariant, Shop.sold().userIs("u", 985), "credit of 15");
  }

  @Test
  void brokenWhenMoreWasPaidThanSold() {
    broken(invariant, Shop.sold().itemIs("i", 97).userIs("u", 985), "paid orders are worth 10");
  }

  @Test
  void brokenWhenAnUnknownCheckoutTookOneSideOnly() {
    broken(invariant, unsold().itemIs("i", 96).userIs("u", 990), "stock worth 20 was removed, and credit of 10");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenNothingWasSold() {
    open(invariant, Shop.open().itemIs("i", 100).userIs("u", 1000).settled(), "nothing was sold");
  }

  @Test
  void openWhenSomethingWasNotRead() {
    open(invariant, Shop.sold().item("j", 5, 10).itemIs("i", 97), "item j was not read");
  }

  @Test
  void openWhenTheStateHadNotSettled() {
    open(invariant, Shop.sold().itemIs("i", 97).settled(false), "had not settled");
  }
}
