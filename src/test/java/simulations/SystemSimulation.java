package simulations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fault.FaultInjector;
import history.History;
import history.RunClock;
import invariant.Invariant;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ProtocolBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.core.exec.Executable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lifecycle.Breakdown;
import lifecycle.Judgement;
import lifecycle.Preflight;
import lifecycle.PreflightFailed;
import lifecycle.Progress;
import lifecycle.Run;
import org.jspecify.annotations.Nullable;
import protocol.audit.AuditProtocol;
import protocol.engine.Engine;
import protocol.nemesis.NemesisProtocol;
import targets.Capability;
import targets.Target;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.audit.AuditDsl.drain;
import static protocol.audit.AuditDsl.judge;

/**
 * The life of every run: bind, preflight, set up, run, drain, audit, tear down.
 *
 * <p>A system's own base class says what its preflight looks at, which protocol speaks to it, and which invariants must hold.
 */
public abstract class SystemSimulation extends Simulation {

  /** What the run was asked for. */
  protected final Settings settings = new Settings();
  /** Where randomness comes from: printed, kept, and the same again when given. */
  protected final long seed = settings.number("seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));
  /** What the run's protocols share. */
  protected final Engine engine = new Engine(event -> run().record(event), RunClock.startingNow());

  private final FaultInjector faults = new FaultInjector(engine.recorder(), engine.clock(), Progress::say);
  private final String system;
  private final Binding binding;
  private final Duration lead = settings.duration("lead", Duration.ofSeconds(5));
  private final Optional<Instant> zero = settings.moment("zero");
  private final Duration patience = settings.duration("drain", Duration.ofSeconds(30));
  private @Nullable Run run;

  protected SystemSimulation(String system) {
    this.system = system;
    this.binding = new Binding(system, settings);
    Breakdown.watch(this::giveUp);
  }

  /** Looks at the target before anything is sent. */
  protected abstract void inspect(Preflight preflight);

  /** How the system is spoken to. */
  protected abstract List<ProtocolBuilder> spoken();

  /** What must hold at the end. */
  protected abstract List<Invariant> invariants();

  /** Reads the final state into the history. */
  protected abstract Executable finalReads();

  /** What is to be said of a history beside the verdicts, a line each. */
  protected List<String> remarks(History history) {
    return List.of();
  }

  /** Keeps in the history what will be asked, and gets ready what that takes. */
  protected abstract void plan(Run run) throws IOException;

  /** A file named by a path, or a resource of the project. */
  protected static Path resource(String name) {
    return Resources.find(name);
  }

  /** What the target can be asked for; known from the start. */
  protected final Set<Capability> capabilities() {
    return binding.capabilities();
  }

  /** Who the target's servers are; known from the start, and none when the target cannot be used. */
  protected final Set<String> roles() {
    return binding.roles();
  }

  /** Whether Broadside brings the target along. */
  protected final boolean isEmbedded() {
    return binding.isEmbedded();
  }

  /** The target, once it is there. */
  protected Target target() {
    return binding.target();
  }

  /** Everything recorded so far. */
  protected final History history() {
    return run().history();
  }

  /** How long after the first virtual user the run's zero is: time to warm up, and to have everyone in place. */
  protected final Duration lead() {
    return lead;
  }

  /** The end of a run: drain, final reads, judgement. */
  protected final PopulationBuilder audit() {
    return scenario("audit").exec(drain(), finalReads(), judge()).injectOpen(atOnceUsers(1));
  }

  /** All that the simulation speaks. */
  protected final List<ProtocolBuilder> protocols() {
    List<ProtocolBuilder> ours = List.of(
        new AuditProtocol(engine, new Auditor(this::run, this::invariants, this::remarks), patience),
        new NemesisProtocol(engine, faults));
    return Stream.of(spoken(), ours).flatMap(List::stream).toList();
  }

  /** What must be true for the run to be green; the counts are minimums per request. */
  protected final List<Assertion> gates(Map<String, Long> atLeast) {
    return new Gates().successRate(settings.rate("successRate", 99.0))
        .atLeast(atLeast)
        .good(Judgement.rows(invariants()))
        .assertions();
  }

  @Override
  public final void before() {
    try {
      Progress.tell("Broadside: %s against %s, seed %d, settings %s", getClass().getSimpleName(), binding.name(), seed,
          settings);
      binding.bind();
      Preflight.none(settings.problems());
      binding.start();
      Preflight preflight = new Preflight();
      inspect(preflight);
      preflight.pass();
      begin();
    } catch (IOException e) {
      throw PreflightFailed.because(e);
    }
  }

  /** Closes what is open after an error that ends the run. */
  private void giveUp(String reason) {
    if (run != null) {
      run.end(reason);
    } else {
      binding.close();
    }
  }

  private void begin() throws IOException {
    engine.clock().moveTo(zero.orElseGet(() -> Instant.now().plus(lead))); // first: all events are told from it
    Run begun = Run.begin(Path.of(settings.text("results", "results")), getClass().getSimpleName(), engine.clock());
    run = begun;
    binding.giveTo(begun);
    begun.own(faults); // closed before the rig: it heals through it
    ObjectNode about = JsonNodeFactory.instance.objectNode()
        .put("simulation", getClass().getName())
        .put("system", system)
        .put("seed", seed)
        .put("settings", settings.toString());
    begun.head(about, target());
    plan(begun);
  }

  @Override
  public final void after() {
    if (run != null) {
      run.end(run.judged() ? "completed" : "cut short");
    }
  }

  private Run run() {
    if (run == null) {
      throw new IllegalStateException("the run begins in before()");
    }
    return run;
  }
}
