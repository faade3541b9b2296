package invariant.rollup;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

final class AnswersNeverChangeTest {

  private final Invariant invariant = new AnswersNeverChange();

  private static Asked twice() {
    return new Asked().answers("block 5", "aa", "read 1").answers("block 5", "aa", "read 2");
  }

  @Test
  void holdsWhenAllIsAsBefore() {
    twice().answers("block 6", "bb", "read 1").answersAsItIs("read 1").answersAsItIs("read 1").holds(invariant);
  }

  @Test
  void holdsWhenSomeoneDoesNotAnswer() {
    twice().isSilent("block 5").holds(invariant);
  }

  @Test
  void brokenByAnotherAnswer() {
    twice().answers("block 5", "cc", "read 2")
        .broken(invariant, "block 5: answered with aa by read 1, and with cc by read 2");
  }

  @Test
  void brokenByAnAnswerThatIsGone() {
    twice().hasNothing("block 5", "read 1")
        .broken(invariant, "block 5: answered with aa by read 1, and with nothing by read 1");
  }

  @Test
  void brokenByAnAnswerThatOnlyComesLater() {
    new Asked().hasNothing("block 5", "read 2")
        .answers("block 5", "aa", "read 1")
        .broken(invariant, "block 5: answered with nothing by read 2, and with aa by read 1");
  }

  @Test
  void openWhenNothingWasAskedTwice() {
    new Asked().open(invariant, "nothing was looked at");
    new Asked().answers("block 5", "aa", "read 1").answers("block 6", "bb", "read 1").open(invariant, "nothing");
    new Asked().answers("block 5", "aa", "read 1").isSilent("block 5").open(invariant, "nothing was looked at");
  }
}
