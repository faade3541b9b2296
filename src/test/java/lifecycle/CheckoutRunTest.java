package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simulations.checkout.CartRaceSimulation;
import simulations.checkout.CheckoutConsistencySimulation;
import simulations.checkout.CheckoutStressSimulation;
import simulations.checkout.HotItemsSimulation;
import simulations.checkout.ReadWhileWriteSimulation;
import simulations.checkout.RepeatedCheckoutSimulation;
import simulations.checkout.RollbackSimulation;
import simulations.checkout.ServiceKilledSimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Every simulation of a checkout is green against honest services, in every dialect, and with one of them killed. */
@Execution(ExecutionMode.CONCURRENT)
final class CheckoutRunTest {

  @TempDir
  private Path results;

  static Stream<Arguments> runs() {
    return Stream.of(run(CheckoutStressSimulation.class, "duration=3s", "warmUp=on"),
        run(CheckoutStressSimulation.class, "duration=3s", "dialect=a", "gateway=off"),
        run(CheckoutStressSimulation.class, "duration=3s", "dialect=c"),
        run(CheckoutConsistencySimulation.class, "preset=code", "users=300"),
        run(CheckoutConsistencySimulation.class, "preset=readme", "users=300"),
        run(CheckoutConsistencySimulation.class, "preset=2024"), run(HotItemsSimulation.class, "duration=3s"),
        run(RepeatedCheckoutSimulation.class, "orders=100"), run(CartRaceSimulation.class, "orders=30"),
        run(RollbackSimulation.class, "duration=3s"), run(ReadWhileWriteSimulation.class, "duration=3s"));
  }

  private static Arguments run(Class<? extends Simulation> simulation, String... settings) {
    return Arguments.of(simulation, settings);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("runs")
  void isGreen(Class<? extends Simulation> simulation, String[] settings) throws Exception {
    String[] all = Stream.concat(Stream.of("lead=1s", "warmUp=off", "seed=5"), Stream.of(settings))
        .toArray(String[]::new);
    try (ForkedRun run = ForkedRun.start(results, simulation, all)) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("VERDICT: nothing was lost", "time to consistency");
      if (String.join(" ", settings).matches("preset=(code|readme).*")) {
        assertThat(run.output()).containsPattern("(?s)Stock service inconsistencies in the logs: -?\\d+.*VERDICT");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "stock", "payment"})
  void aKilledServiceGivesNoInventedInconsistency(String service) throws Exception {
    try (ForkedRun run = ForkedRun.start(results, ServiceKilledSimulation.class, "service=" + service, "duration=9s",
        "down=2s", "lead=1s", "warmUp=off", "seed=5")) {
      assertThat(run.exit()).as(run::output).isZero();
      JsonNode fault = run.summary().path("faults").path(0);
      assertThat(fault.toString()).contains("recovered");
      assertThat(run.output()).contains("VERDICT: nothing was lost");
    }
  }

  @Test
  void whatCannotBeUsedIsToldAtOnce() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, CheckoutConsistencySimulation.class, "preset=bad", "users=0")) {
      assertThat(run.exit()).as(run::output).isEqualTo(1);
      assertThat(run.output()).contains("-Dpreset=bad cannot be used: give code, readme or 2024",
          "-Dusers=0 cannot be used: give a whole number, 1 or more");
      assertThat(run.folder()).isEqualTo(results);
    }
  }
}
