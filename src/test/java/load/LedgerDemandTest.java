package load;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static load.Steps.close;
import static load.Steps.create;
import static load.Steps.ledger;
import static org.assertj.core.api.Assertions.assertThat;

final class LedgerDemandTest {

  private static final String LENT = "{\"type\": \"Ledger\", \"fundingLedgerJob\": \"bank\"}";

  @TempDir
  private Path folder;

  @Test
  void countsWhatIsLentAtTheSameTime() {
    assertThat(
        demand(rich(), create("one", 10, LENT), close("one", 20), create("two", 15, LENT), create("three", 21, LENT)))
        .isEqualTo(
            new LedgerDemand("bank", BigInteger.valueOf(200), 3, 2, BigInteger.valueOf(20), BigInteger.valueOf(90)))
        .matches(LedgerDemand::isMet);
  }

  @Test
  void moneyThatComesBackAtTheSameMomentIsNotThereYet() {
    assertThat(demand(rich(), create("one", 10, LENT), close("one", 20), create("two", 20, LENT)).mostAtOnce())
        .isEqualTo(2);
  }

  @Test
  void tellsWhenALedgerCannotLend() {
    LedgerDemand demand = demand(ledger("bank", 1), create("one", 10, LENT), create("two", 15, LENT));
    assertThat(demand.lowestShare()).isEqualTo(-5);
    assertThat(demand.isMet()).isFalse();
  }

  @Test
  void anUpdateMovesWhatComesBack() {
    String moved = Steps.update("one", 12).replaceFirst("0x05", "0x0a").replaceFirst("0x05", "0x00");
    LedgerDemand demand = demand(ledger("bank", 1), create("one", 10, LENT), moved, close("one", 14),
        create("two", 20, LENT));
    assertThat(demand.lowestShare()).isEqualTo(-5);
  }

  @Test
  void aLedgerOfTheSameMomentComesBeforeTheChannelItFunds() {
    LedgerDemand demand = demand(create("one", 10, LENT), rich().replace("\"timestamp\": 1", "\"timestamp\": 10"));
    assertThat(demand.channels()).isEqualTo(1);
  }

  @Test
  void nothingIsAskedWithoutLedgers() {
    assertThat(demands(create("one", 1))).isEmpty();
  }

  private static String rich() {
    return ledger("bank", 1).replace("\"0x05\"", "100");
  }

  private LedgerDemand demand(String... steps) {
    List<LedgerDemand> demands = demands(steps);
    assertThat(demands).hasSize(1);
    return demands.getFirst();
  }

  private List<LedgerDemand> demands(String... steps) {
    LoadFile load = LoadFile.read(Steps.file(folder, steps), Set.of());
    return LedgerDemand.of(load.jobs().stream().map(Job::instructions));
  }
}
