package invariant.checkout;

import history.History;
import invariant.Invariant;
import invariant.Verdict;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests ask of a verdict. */
final class Verdicts {

  private Verdicts() {}

  static void holds(Invariant invariant, Shop shop) {
    assertThat(invariant.judge(shop.history())).isInstanceOf(Verdict.Holds.class);
  }

  /** Broken, with a witness that says so. */
  static void broken(Invariant invariant, Shop shop, String witness) {
    assertThat(invariant.judge(shop.history())).isInstanceOfSatisfying(Verdict.Broken.class,
        broken -> assertThat(broken.witnesses()).anySatisfy(line -> assertThat(line).contains(witness)));
  }

  static void open(Invariant invariant, Shop shop, String why) {
    assertThat(invariant.judge(shop.history())).isInstanceOfSatisfying(Verdict.Undetermined.class,
        verdict -> assertThat(verdict.why()).contains(why));
  }

  static void openWhenEmpty(Invariant invariant) {
    assertThat(invariant.judge(History.of(List.of(), List.of()))).isInstanceOf(Verdict.Undetermined.class);
  }
}
