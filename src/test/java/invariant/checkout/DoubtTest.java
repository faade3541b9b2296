package invariant.checkout;

import invariant.checkout.Doubt.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class DoubtTest {

  private final Doubt doubt = new Doubt();

  @Test
  void withoutDoubtOnlyEqualIsExplained() {
    assertThat(doubt.explains(0)).isEqualTo(Answer.EXPLAINED);
    assertThat(doubt.explains(1)).isEqualTo(Answer.UNEXPLAINED);
  }

  @Test
  void oneChoiceExplains() {
    doubt.either(3);
    doubt.either(-10);
    assertThat(doubt.explains(-7)).isEqualTo(Answer.EXPLAINED);
    assertThat(doubt.explains(0)).isEqualTo(Answer.EXPLAINED);
    assertThat(doubt.explains(-6)).isEqualTo(Answer.UNEXPLAINED);
    assertThat(doubt.explains(4)).isEqualTo(Answer.UNEXPLAINED);
  }

  @Test
  void severalChoicesTellNothingBetweenNoneAndAll() {
    for (int i = 0; i < 200; i++) {
      doubt.either(1);
    }
    assertThat(doubt.explains(0)).isEqualTo(Answer.EXPLAINED);
    assertThat(doubt.explains(200)).isEqualTo(Answer.EXPLAINED);
    assertThat(doubt.explains(7)).isEqualTo(Answer.NOBODY_KNOWS);
    assertThat(doubt.explains(201)).isEqualTo(Answer.UNEXPLAINED);
  }

  @Test
  void rangesTellNothingWithin() {
    doubt.upTo(5);
    assertThat(doubt.explains(5)).isEqualTo(Answer.EXPLAINED);
    assertThat(doubt.explains(3)).isEqualTo(Answer.NOBODY_KNOWS);
    assertThat(doubt.explains(6)).isEqualTo(Answer.UNEXPLAINED);
  }

  @Test
  void hugeNumbersOfSumsAreNotTriedOut() {
    long amount = 1;
    for (int i = 0; i < 40; i++) {
      doubt.either(amount);
      amount *= 2;
    }
    assertThat(doubt.explains(12_345)).isEqualTo(Answer.NOBODY_KNOWS);
  }
}
