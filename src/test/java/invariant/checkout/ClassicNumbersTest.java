package invariant.checkout;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ClassicNumbersTest {

  /** Two units and three users with one coin each, of whom each wants one unit. */
  private static Shop opened() {
    Shop shop = new Shop().item("i", 1, 2);
    for (int i = 1; i <= 3; i++) {
      shop.user("u" + i, 1).order("o" + i, "u" + i).adds("o" + i, "i", 1);
    }
    return shop;
  }

  private static Shop read(Shop shop, long stock, long... credits) {
    shop.itemIs("i", stock);
    for (int i = 0; i < credits.length; i++) {
      shop.userIs("u" + (i + 1), credits[i]);
    }
    return shop;
  }

  @Test
  void allZeroWhenAllIsSold() {
    Shop shop = read(opened().checksOut("o1").checksOut("o2").refused().checksOut("o3"), 0, 0, 0, 1);
    assertThat(ClassicNumbers.of(shop.history(), 2, 3).lines()).containsExactly(
        "Stock service inconsistencies in the logs: 0", "Stock service inconsistencies in the database: 0",
        "Payment service inconsistencies in the logs: 0", "Payment service inconsistencies in the database: 0");
  }

  @Test
  void aUnitSoldTwiceShows() {
    Shop shop = read(opened().checksOut("o1").checksOut("o2").checksOut("o3"), 0, 0, 0, 0);
    assertThat(ClassicNumbers.of(shop.history(), 2, 3)).isEqualTo(new ClassicNumbers(1, 0, 1, 1));
  }

  @Test
  void whatNobodyHasAnsweredIsASuccessThere() {
    Shop shop = read(opened().unknown().checksOut("o1").unknown().checksOut("o2").unknown().checksOut("o3"), 2, 1, 1,
        1);
    assertThat(ClassicNumbers.of(shop.history(), 2, 3)).isEqualTo(new ClassicNumbers(1, -2, 1, 2));
  }

  @Test
  void aSetUpThatFailedLooksLikeInconsistencyThere() {
    assertThat(ClassicNumbers.of(new Shop().item("i", 1, 100).itemIs("i", 100).history(), 100, 1000))
        .isEqualTo(new ClassicNumbers(-100, -100, 100, 900));
  }
}
