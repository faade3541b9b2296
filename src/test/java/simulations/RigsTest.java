package simulations;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the embedded targets are asked to be. */
final class RigsTest {

  @Test
  void walletsChallengeByThemselvesOnlyWhenTold() {
    var settings = new Settings();
    settings.prefer("chain", "none");
    assertThat(Rigs.wallets(settings).settings().challengeAfter()).isEmpty();
    settings.prefer("challengeAfter", "90s");
    assertThat(Rigs.wallets(settings).settings().challengeAfter()).contains(Duration.ofSeconds(90));
    settings.prefer("challengeAfter", "0s");
    assertThat(Rigs.wallets(settings).settings().challengeAfter()).isEmpty();
  }
}
