package invariant;

import history.History;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests ask of a verdict. */
final class Verdicts {

  /** A history in which nothing happened. */
  static final History EMPTY = History.of(List.of(), List.of());

  private Verdicts() {}

  static void holds(Invariant invariant, Story story) {
    assertThat(invariant.judge(story.history())).isInstanceOf(Verdict.Holds.class);
  }

  /** Broken, with a witness that says so. */
  static void broken(Invariant invariant, Story story, String witness) {
    assertThat(invariant.judge(story.history())).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
      assertThat(broken.count()).isPositive();
      assertThat(broken.witnesses()).anySatisfy(line -> assertThat(line).contains(witness));
    });
  }

  static void open(Invariant invariant, Story story, String why) {
    assertThat(invariant.judge(story.history())).isInstanceOfSatisfying(Verdict.Undetermined.class,
        verdict -> assertThat(verdict.why()).contains(why));
  }

  static void openWhenEmpty(Invariant invariant) {
    assertThat(invariant.judge(EMPTY)).isInstanceOf(Verdict.Undetermined.class);
  }
}
