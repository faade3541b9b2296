package simulations;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.audit.AuditDsl.drain;
import static protocol.audit.AuditDsl.judge;

import history.RunClock;
import invariant.Invariant;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ProtocolBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lifecycle.Judgement;
import lifecycle.Preflight;
import lifecycle.Run;
import org.jspecify.annotations.Nullable;
import protocol.audit.AuditProtocol;
import protocol.engine.Engine;
import targets.Target;

/**
 * The life of every run: bind, preflight, set up, run, drain, audit, tear down.
 *
 * <p>A system's own base class says what its preflight looks at, which protocol speaks to it, and which invariants must hold.
 */
public abstract class SystemSimulation extends Simulation {

  /** What the run was asked for. */
  protected final Settings settings = new Settings();
  /** What the run's protocols share. */
  protected final Engine engine = new Engine(event -> run().record(event), RunClock.startingNow());
  /** Where randomness comes from: printed, kept, and the same again when given. */
  protected final long seed = settings.number("seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));

  private final Binding binding;
  private final Duration lead = settings.duration("lead", "4s");
  private @Nullable Run run;

  /** Binds the target: its own addresses, or those that the embedded one will answer at. */
  protected SystemSimulation(String system) {
    this.binding = Binding.of(system, settings);
  }

  /** What there is to look at before anything is sent. */
  protected abstract void inspect(Preflight preflight, Target target);

  /** How the system is spoken to. */
  protected abstract ProtocolBuilder protocol();

  /** What must hold at the end. */
  protected abstract List<Invariant> invariants();

  /** Reads the final state into the history. */
  protected abstract ActionBuilder finalReads();

  /** How many operations of each kind are scheduled; empty when that is only known when it is over. */
  protected abstract Map<String, Long> scheduled();

  /** The target, once it is there. */
  protected final Target target() {
    return binding.target();
  }

  /** How long before the run's zero virtual users may be started. */
  protected final Duration lead() {
    return lead;
  }

  /** The end of a run: drain, final reads, judgement. */
  protected final PopulationBuilder audit() {
    return scenario("audit").exec(drain(), finalReads(), judge()).injectOpen(atOnceUsers(1));
  }

  /** All that the simulation speaks. */
  protected final List<ProtocolBuilder> protocols() {
    return List.of(protocol(), new AuditProtocol(engine, () -> run().judgement(), settings.duration("drain", "30s")));
  }

  /** What must be true for the run to be green; the counts are minimums per request. */
  protected final List<Assertion> gates(Map<String, Long> atLeast) {
    return new Gates().successRate(settings.rate("successRate", 99.0))
        .atLeast(atLeast)
        .good(Judgement.rows(invariants()))
        .assertions();
  }
}
