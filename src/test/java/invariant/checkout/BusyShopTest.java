package invariant.checkout;

import invariant.Court;
import invariant.Invariant;
import invariant.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever overlaps, and whatever is not known: a flawless shop is never called broken. */
final class BusyShopTest {

  private static final int DAYS = 500;
  private static final List<Invariant> ALL = CheckoutInvariants.all(CheckoutRules.all().without(Matter.EXPECTATIONS));

  private static long count(double unknown, Class<? extends Verdict> kind) {
    long count = 0;
    for (long seed = 0; seed < DAYS; seed++) {
      List<Verdict> verdicts = Court.judge(ALL, new BusyShop(seed, unknown).history());
      for (int i = 0; i < verdicts.size(); i++) {
        assertThat(verdicts.get(i)).as("seed %d: %s", seed, ALL.get(i).title()).isNotInstanceOf(Verdict.Broken.class);
        count += kind.isInstance(verdicts.get(i)) ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aFlawlessShopIsNotBroken() {
    assertThat(count(0, Verdict.Holds.class)).as("and most of it is sure").isGreaterThan(DAYS * 9L);
  }

  @Test
  void aFlawlessShopOfWhichLittleIsKnownIsNotBroken() {
    assertThat(count(0.2, Verdict.Holds.class)).isGreaterThan(DAYS * 3L);
  }
}
