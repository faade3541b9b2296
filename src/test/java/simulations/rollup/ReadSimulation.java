package simulations.rollup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.History;
import invariant.Invariant;
import invariant.rollup.RollupInvariants;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ProtocolBuilder;
import io.gatling.javaapi.core.exec.Executable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lifecycle.Preflight;
import lifecycle.Progress;
import lifecycle.Run;
import org.jspecify.annotations.Nullable;
import protocol.rpc.node.RpcChain;
import protocol.rpc.read.Groundwork;
import protocol.rpc.read.Method;
import protocol.rpc.read.MethodsFile;
import protocol.rpc.read.MethodsFileException;
import protocol.rpc.read.Mix;
import protocol.rpc.read.ReadProtocol;
import protocol.rpc.read.ReadSettings;
import protocol.rpc.read.SampleSettings;
import protocol.rpc.read.Survey;
import protocol.rpc.read.Sweep;
import targets.ChainNodes;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.rpc.read.ReadDsl.askAgain;
import static protocol.rpc.read.ReadDsl.compare;
import static protocol.rpc.read.ReadDsl.read;

/** What reading a chain takes: a mix of methods, something on the chain to ask about, and two nodes where answers are compared. */
abstract class ReadSimulation extends RollupSimulation {

  private static final int WARM_UP_USERS = 4;
  private static final int SAFE_DEPTH = 12;
  private static final String METHODS = "feeders/rollup/read-methods.csv";

  /** What the reads are for. */
  protected final ReadMode mode = settings.choice("mode", ReadMode.LOAD);
  /** The steps of rising rate. */
  protected final Sweep sweep = Sweep
      .between(settings.rate("from", 100), settings.rate("to", 3_200), settings.count("steps", 6),
          settings.duration("step", Duration.ofSeconds(5)))
      .within(settings.duration("limit", Duration.ofMillis(100)));

  private final boolean warm = settings.isOn("warmUp", isEmbedded());
  private final List<Method> methods = methods();
  private final SampleSettings sampling = new SampleSettings(settings.count("blocks", 64),
      settings.count("window", 1_000), (int) settings.number("depth", isEmbedded() ? 0 : SAFE_DEPTH),
      settings.count("logRange", 20));
  private final ReadProtocol reading = new ReadProtocol(engine, this::nodes, () -> found().usable(),
      ReadSettings.defaults()
          .timeout(settings.duration("timeout", Duration.ofSeconds(10)))
          .ignoring(Set.of(settings.text("ignore", ReadSettings.IGNORED).split(",")))
          .sweep(sweep));

  private Survey.@Nullable Found found;

  ReadSimulation() {
    settings.prefer("history", "on"); // else our node forgets the state of a block while it is asked for it
    if (mode == ReadMode.SWEEP) {
      settings.prefer("successRate", "1"); // behind the knee there may be errors: that is what it is
    } else if (mode == ReadMode.EQUALITY && isEmbedded()) {
      settings.problem("-Dmode=equality compares two nodes, and the embedded target has one: "
          + "name a target with two with -Dtarget=");
    }
  }

  private List<Method> methods() {
    try {
      return MethodsFile.read(resource(settings.text("methods", METHODS)));
    } catch (MethodsFileException e) {
      settings.problem(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  @Override
  protected List<ProtocolBuilder> spoken() {
    return Stream.concat(super.spoken().stream(), Stream.of(reading)).toList();
  }

  @Override
  protected final List<Invariant> invariants() {
    return mode == ReadMode.EQUALITY ? RollupInvariants.ofTwoNodes() : RollupInvariants.ofReads();
  }

  @Override
  protected final Executable finalReads() {
    return askAgain();
  }

  @Override
  protected final List<String> remarks(History history) {
    return mode == ReadMode.SWEEP ? sweep.remarks(history) : List.of();
  }

  @Override
  protected final void inspect(Preflight preflight) {
    preflight.check("what there is to ask about", () -> {
      if (nodes().size() < 2 && mode == ReadMode.EQUALITY) {
        return List.of("-Dmode=equality compares two nodes, and the target has one: give its chain two urls, "
            + "or the target two chains of the same id");
      }
      if (isEmbedded()) {
        Groundwork.lay(chain().send().getFirst(), chain().id());
      }
      found = new Survey(nodes(), methods, sampling, seed).conduct();
      return found.problems();
    });
  }

  @Override
  protected final void plan(Run run) throws IOException {
    super.plan(run);
    run.note("sample", found().figures());
    found().remarks().forEach(line -> Progress.tell("  %s", line));
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    found().remarks().forEach(lines::add);
    run.note("remark", JsonNodeFactory.instance.objectNode().set("lines", lines));
    if (mode == ReadMode.SWEEP) {
      run.note("sweep", sweep.plan());
    }
  }

  private Survey.Found found() {
    return Objects.requireNonNull(found, "looked for in the preflight");
  }

  /** The chain that is asked, or the two nodes that are compared. */
  private List<RpcChain> nodes() {
    List<ChainNodes> chains = target().chains();
    List<URI> urls = chain().read();
    if (mode != ReadMode.EQUALITY) {
      return List.of(new RpcChain(chain().name(), chain().id(), chain().send(), urls, chain().socket()));
    }
    return chains.size() > 1
        ? chains.stream().limit(2).map(one -> RpcChain.of(one.name(), one.id(), one.read().getFirst())).toList()
        : IntStream.range(0, Math.min(2, urls.size()))
            .mapToObj(i -> RpcChain.of(chain().name() + " " + (i + 1), chain().id(), urls.get(i)))
            .toList();
  }

  /** What nobody counts, until the load begins. */
  protected final PopulationBuilder warmUp() {
    ChainBuilder asked = exec(mode == ReadMode.EQUALITY ? compare().unmeasured() : read().unmeasured());
    return scenario("warm-up").exec(warm ? during(lead()).on(asked) : pause(lead()))
        .injectOpen(atOnceUsers(WARM_UP_USERS));
  }

  /** After the warm-up one after the other, each when the one before is over; then the audit. */
  protected final PopulationBuilder inTurn(List<PopulationBuilder> steps) {
    PopulationBuilder next = audit();
    for (PopulationBuilder step : steps.reversed()) {
      next = step.andThen(next);
    }
    return scenario("lead").pause(lead()).injectOpen(atOnceUsers(1)).andThen(next);
  }

  /** What is certain to come of so many reads, but for one run in many thousands; nothing where the chain decides what can be asked. */
  protected final Map<String, Long> expected(long reads) {
    if (mode == ReadMode.SWEEP) {
      Sweep.Step first = sweep.steps().getFirst();
      return Map.of(first.name(), (long) (first.rate() * sweep.length().toSeconds() * 0.9));
    } else if (!isEmbedded()) {
      return Map.of();
    }
    Map<String, Double> weights = Mix.weights(methods);
    double each = reads / weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Long> least = new TreeMap<>();
    weights.forEach((name, weight) -> least.put(name, (long) (weight * each - 5 * Math.sqrt(weight * each))));
    least.values().removeIf(count -> count <= 0);
    return least;
  }
}
