package protocol.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expectation;

/** What a journey counts on. */
enum Fate {
  /** It happens. */
  SUCCESS(Expectation.SUCCESS, null),
  /** It happens, and the judges should know that it was meant to. */
  PAID(Expectation.SUCCESS, "paid"),
  /** It is refused, and the judges should know that it was meant to be. */
  REFUSED(Expectation.REFUSAL, "refused"),
  /** One or the other. */
  EITHER(Expectation.DECISION, null);

  private final Expectation strict;
  private final Optional<String> expected;

  Fate(Expectation strict, @Nullable String expected) {
    this.strict = strict;
    this.expected = Optional.ofNullable(expected);
  }

  /** As the history has it, when it has. */
  Optional<String> expected() {
    return expected;
  }

  /** What makes the row good. */
  Expectation expectation(Call call, boolean compatible) {
    if (!compatible || this == EITHER) {
      return strict;
    }
    return this == REFUSED ? CourseRule.ANY_4XX : call.courseRule();
  }
}
