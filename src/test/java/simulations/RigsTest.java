package simulations;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the embedded targets are asked to be; told by their text, since only {@link Rigs} knows their types. */
final class RigsTest {

  @Test
  void walletsChallengeByThemselvesOnlyWhenTold() {
    var settings = new Settings();
    settings.prefer("chain", "none");
    assertThat((Object) Rigs.wallets(settings)).asString().contains("challengeAfter=Optional.empty");
    settings.prefer("challengeAfter", "90s");
    assertThat((Object) Rigs.wallets(settings)).asString().contains("challengeAfter=Optional[PT1M30S]");
    settings.prefer("challengeAfter", "0s");
    assertThat((Object) Rigs.wallets(settings)).asString().contains("challengeAfter=Optional.empty");
  }
}
