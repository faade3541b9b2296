package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rig.checkout.Anomaly;
import simulations.checkout.CheckoutConsistencySimulation;
import simulations.checkout.CheckoutStressSimulation;
import simulations.checkout.HotItemsSimulation;
import simulations.checkout.ReadWhileWriteSimulation;
import simulations.checkout.RepeatedCheckoutSimulation;
import simulations.checkout.RollbackSimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Each bug that can be planted in the services is found by its invariant, and no judge is surprised that has no reason to be. */
@Execution(ExecutionMode.CONCURRENT)
final class CheckoutAnomalyRunTest {

  private static final String STOCK = "stock removed equals the quantity in paid orders";
  private static final String CREDIT = "credit removed equals the value of paid orders";
  private static final String VALUE = "value is conserved";
  private static final String REFUSED = "refused checkouts change nothing";
  private static final String PAID = "acknowledged orders are paid, and paid orders were asked for";

  /** Where a bug shows, by which judge, and which others may see it too. */
  private record Case(Class<? extends Simulation> simulation, String found, Set<String> others, String... settings) {}

  private static final Map<Anomaly, Case> CASES = new EnumMap<>(
      Map.of(Anomaly.LOST_UPDATE,
          new Case(CheckoutConsistencySimulation.class, STOCK, Set.of(CREDIT, VALUE, REFUSED), "users=300"),
          Anomaly.SOLD_TWICE, new Case(HotItemsSimulation.class, STOCK, Set.of(VALUE), "duration=4s", "stock=10"),
          Anomaly.NO_PAID_GUARD,
          new Case(RepeatedCheckoutSimulation.class, "orders are paid at most once", Set.of(), "orders=50"),
          Anomaly.ROLLBACK_MINTS, new Case(RollbackSimulation.class, REFUSED, Set.of(STOCK, VALUE), "duration=4s"),
          Anomaly.EMPTY_ORDER_CHECKS_OUT,
          new Case(RollbackSimulation.class, "empty orders are refused", Set.of(), "duration=4s"), Anomaly.NEGATIVE_ADD,
          new Case(RollbackSimulation.class, "nothing is negative", Set.of(), "duration=4s"), Anomaly.NEVER_SETS_PAID,
          new Case(CheckoutStressSimulation.class, PAID, Set.of(), "duration=4s"), Anomaly.WRONG_TOTAL,
          new Case(CheckoutStressSimulation.class, "totals are the sum of price times quantity", Set.of(),
              "duration=4s"),
          Anomaly.LATE_STATE,
          new Case(ReadWhileWriteSimulation.class, "polled values stay within bounds", Set.of(), "duration=4s"),
          Anomaly.ERROR_AFTER_COMMIT, new Case(HotItemsSimulation.class, "", Set.of(), "duration=4s")));

  @TempDir
  private Path results;

  @ParameterizedTest
  @EnumSource
  void aPlantedBugIsFound(Anomaly anomaly) throws Exception {
    Case bug = CASES.get(anomaly);
    List<String> settings = new ArrayList<>(List.of(bug.settings()));
    settings.addAll(List.of("anomaly=" + anomaly.name().toLowerCase(Locale.ROOT).replace('_', '-'), "lead=1s",
        "warmUp=off", "seed=3"));
    try (ForkedRun run = ForkedRun.start(results, bug.simulation(), settings.toArray(String[]::new))) {
      assertThat(run.exit()).as(run::output).isEqualTo(2);
      List<String> broken = broken(run);
      if (bug.found().isEmpty()) {
        assertThat(broken).as(run::output).isEmpty(); // an answer of 500 is not a success, and that is all
      } else {
        assertThat(broken).as(run::output).contains(bug.found());
        broken.remove(bug.found());
        assertThat(bug.others()).as(run::output).containsAll(broken);
      }
    }
  }

  private static List<String> broken(ForkedRun run) throws Exception {
    List<String> broken = new ArrayList<>();
    for (JsonNode verdict : run.json("verdicts.json").path("verdicts")) {
      if (verdict.path("verdict").asText().equals("broken")) {
        broken.add(verdict.path("title").asText());
      }
    }
    return broken;
  }
}
