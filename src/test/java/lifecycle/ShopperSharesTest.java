package lifecycle;

import history.JournalFile;
import history.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simulations.checkout.CheckoutStressSimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** The six scenarios come as often as their weights say: per execution by the strict rules, per shopper by the compatible ones. */
@Execution(ExecutionMode.CONCURRENT)
final class ShopperSharesTest {

  private static final Map<String, Integer> WEIGHTS = Map.of("stocks", 5, "one", 30, "two", 25, "regrets", 20,
      "no stock", 10, "no credit", 10);
  /** Of chi-square with 5 degrees of freedom: exceeded by chance once in ten thousand runs; the seed is fixed all the same. */
  private static final double CRITICAL = 25.74;

  @TempDir
  private Path results;

  @Test
  void eachExecutionDrawsItsScenario() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, CheckoutStressSimulation.class, "rate=300", "duration=9s",
        "profile=soak", "lead=1s", "warmUp=off", "seed=7")) {
      assertThat(run.exit()).as(run::output).isZero();
      Map<String, Long> counts = scenarios(run);
      assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(2500);
      assertThat(chiSquare(counts)).as(counts.toString()).isLessThan(CRITICAL);
    }
  }

  @Test
  void eachShopperStaysInItsScenario() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, CheckoutStressSimulation.class, "rules=compatible", "users=300",
        "duration=8s", "think=none", "lead=1s", "warmUp=off", "seed=7")) {
      assertThat(run.exit()).as(run::output).isZero();
      Map<String, Long> counts = scenarios(run);
      assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(300);
      assertThat(chiSquare(counts)).as(counts.toString()).isLessThan(CRITICAL);
    }
  }

  /** Which scenario each shopper was in, told by what it has asked. */
  private static Map<String, Long> scenarios(ForkedRun run) throws Exception {
    Map<Long, List<String>> asked = new HashMap<>();
    try (Stream<Operation> operations = new JournalFile(run.folder().resolve("history.jsonl")).operations()) {
      operations.filter(operation -> operation.invocation().measured())
          .forEach(operation -> asked.computeIfAbsent(operation.invocation().process(), _ -> new ArrayList<>())
              .add(operation.kind()));
    }
    return asked.values()
        .stream()
        .collect(Collectors.groupingBy(ShopperSharesTest::scenario, TreeMap::new, Collectors.counting()));
  }

  private static String scenario(List<String> asked) {
    if (asked.contains("subtract stock")) {
      return "no stock";
    }
    if (asked.contains("remove item")) {
      return "regrets";
    }
    if (!asked.contains("create user")) {
      return "stocks";
    }
    if (!asked.contains("add funds")) {
      return "no credit";
    }
    List<String> before = asked.subList(0, asked.indexOf("create user"));
    return before.stream().filter("create item"::equals).count() == 2 ? "two" : "one";
  }

  private static double chiSquare(Map<String, Long> counts) {
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    return WEIGHTS.entrySet().stream().mapToDouble(weight -> {
      double expected = all * weight.getValue() / 100;
      return Math.pow(counts.getOrDefault(weight.getKey(), 0L) - expected, 2) / expected;
    }).sum();
  }
}
