package invariant.checkout;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

import static invariant.checkout.Verdicts.broken;
import static invariant.checkout.Verdicts.holds;
import static invariant.checkout.Verdicts.open;
import static invariant.checkout.Verdicts.openWhenEmpty;

final class CartsHoldWhatWasPutInTest {

  private final Invariant invariant = new CartsHoldWhatWasPutIn(CheckoutRules.all());

  @Test
  void holdsWhenTheCartIsRight() {
    holds(invariant, Shop.sold());
  }

  @Test
  void holdsAfterAReturn() {
    holds(invariant, Shop.open().removes("o", "i").orderIs("o", "u", false, "i", 1).settled());
    holds(invariant, Shop.open().removes("o", "i").removes("o", "i").orderIs("o", "u", false).settled());
  }

  @Test
  void holdsForLargeCarts() {
    Shop shop = new Shop().user("u", 1).order("o", "u");
    Object[] lines = new Object[200];
    for (int i = 0; i < 100; i++) {
      shop.item("i" + i, 5, 1).adds("o", "i" + i, 1).meanwhile().adds("o", "i" + i, 2);
      lines[2 * i] = "i" + i;
      lines[2 * i + 1] = 3;
    }
    holds(invariant, shop.orderIs("o", "u", false, lines).settled());
    lines[123] = 2;
    broken(invariant, shop.orderIs("o", "u", false, lines), "order o shows 2 of item i61, and holds 3");
  }

  @Test
  void brokenWhenAnAddIsLost() {
    broken(invariant, Shop.open().adds("o", "i", 3).orderIs("o", "u", false, "i", 3).settled(),
        "order o shows 3 of item i, and holds 5");
    broken(invariant, Shop.open().orderIs("o", "u", false).settled(), "order o shows 0 of item i, and holds 2");
  }

  @Test
  void brokenWhenARemovalIsLost() {
    broken(invariant, Shop.open().removes("o", "i").orderIs("o", "u", false, "i", 2).settled(), "and holds 1");
  }

  @Test
  void brokenByAnItemThatNobodyPutIn() {
    broken(invariant, Shop.sold().orderIs("o", "u", true, "i", 2, "j", 4),
        "order o shows 4 of item j, and nobody put it in");
  }

  @Test
  void brokenByAnotherUser() {
    broken(invariant, Shop.sold().orderIs("o", "v", true, "i", 2), "order o of user u shows user v");
  }

  @Test
  void whatWasRefusedIsNotInIt() {
    Shop refused = Shop.open().refused().adds("o", "i", 1).settled();
    holds(invariant, refused.orderIs("o", "u", false, "i", 2));
    broken(invariant, refused.orderIs("o", "u", false, "i", 3), "and holds 2");
  }

  @Test
  void whatIsUnknownMayBeInIt() {
    Shop unknown = Shop.open().unknown().adds("o", "i", 1).unknown().removes("o", "i").settled();
    holds(invariant, unknown.orderIs("o", "u", false, "i", 1));
    holds(invariant, unknown.orderIs("o", "u", false, "i", 3));
    broken(invariant, unknown.orderIs("o", "u", false, "i", 4), "shows 4 of item i, and holds 1 to 3");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenAnOrderWasNotRead() {
    open(invariant, Shop.open().settled(), "order o was not read");
  }

  @Test
  void openWhenTheStateHadNotSettled() {
    open(invariant, Shop.open().orderIs("o", "u", false).settled(false), "had not settled");
  }
}
