package cli;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;
import rig.wallet.Anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class AnomalyNamesTest {

  private final WalletAnomalyNames names = new WalletAnomalyNames();

  @Test
  void asPeopleSpellThem() {
    assertThat(names.convert("withheld-payout")).isEqualTo(Anomaly.WITHHELD_PAYOUT);
    assertThat(names.convert("MINTED_WEI")).isEqualTo(Anomaly.MINTED_WEI);
    assertThat(names).contains("turn-goes-back").hasSize(Anomaly.values().length);
  }

  @Test
  void othersAreRefusedWithTheChoice() {
    assertThatThrownBy(() -> names.convert("nonsense")).isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("withheld-payout");
  }
}
