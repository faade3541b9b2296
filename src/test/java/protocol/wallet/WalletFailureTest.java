package protocol.wallet;

import history.Outcome;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class WalletFailureTest {

  @Test
  void whatWasAcceptedMayHaveHappenedHoweverItEnded() {
    WalletFailure restarting = WalletFailure.refused("unavailable", "stopping");
    assertThat(WalletFailure.outcomeOf(restarting)).isEqualTo(new Outcome.Refused("unavailable", "stopping"));
    assertThat(WalletFailure.afterAcceptance(new CompletionException(restarting)).outcome())
        .isEqualTo(new Outcome.Unknown("unavailable", "stopping"));
  }

  @Test
  void unknownStaysUnknown() {
    assertThat(WalletFailure.afterAcceptance(WalletFailure.unknown("stuck", "they do not agree")).outcome())
        .isEqualTo(new Outcome.Unknown("stuck", "they do not agree"));
  }

  @Test
  void whatNobodyExpectedIsUnknown() {
    assertThat(WalletFailure.outcomeOf(new IllegalStateException()))
        .isEqualTo(new Outcome.Unknown("crash", "java.lang.IllegalStateException"));
  }
}
