package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import protocol.rpc.node.ErrorKind;
import protocol.rpc.node.ErrorTable;
import protocol.rpc.node.RpcChain;
import protocol.rpc.node.RpcError;

/** Looks at nodes before anything is asked of them for good: whether they are there, what there is to ask about, what they can be asked. */
public final class Survey {

  private final List<RpcChain> chains;
  private final List<Method> methods;
  private final SampleSettings settings;
  private final long seed;
  private final List<String> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * A survey.
   *
   * @param chains one, which is asked; or two, each a node of the same chain, whose answers are compared
   * @param seed of what is drawn
   */
  public Survey(List<RpcChain> chains, List<Method> methods, SampleSettings settings, long seed) {
    this.chains = List.copyOf(chains);
    this.methods = List.copyOf(methods);
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * What was found.
   *
   * @param problems each one a line with the fix; empty when all is well
   * @param remarks what is left out, and why, a line each; first what there is to ask about
   * @param mix what will be asked; null when there are problems
   */
  public record Found(List<String> problems, List<String> remarks, @Nullable Mix mix) {

    /** What will be asked; throws {@link NullPointerException} when there are problems. */
    public Mix usable() {
      return Objects.requireNonNull(mix, "the survey has found problems");
    }

    /** How many of each thing there are to ask about, for the history. */
    public ObjectNode figures() {
      ObjectNode figures = usable().sample().figures();
      ObjectNode weights = figures.putObject("methods");
      Mix.weights(usable().methods()).forEach(weights::put);
      return figures;
    }
  }

  /** Does it; blocks. */
  public Found conduct() {
    List<NodeProbe> probes = new ArrayList<>();
    for (RpcChain chain : chains) {
      for (URI url : chain.read()) {
        probes.add(new NodeProbe(url));
      }
    }
    Mix mix = null;
    try {
      mix = look(probes);
    } catch (IOException e) {
      problems.add(String.valueOf(e.getMessage()));
    } finally {
      probes.forEach(NodeProbe::close);
    }
    return new Found(List.copyOf(problems), List.copyOf(remarks), problems.isEmpty() ? mix : null);
  }

  private boolean comparing() {
    return chains.size() > 1;
  }

  private @Nullable Mix look(List<NodeProbe> probes) throws IOException {
    long head = Long.MAX_VALUE;
    for (NodeProbe probe : probes) {
      isTheChain(probe);
      head = Math.min(head, probe.number("eth_blockNumber"));
    }
    if (comparing()) {
      haveOneGenesis(probes);
    }
    if (!problems.isEmpty()) {
      return null;
    }
    Sample sample = Sampler.take(probes.getFirst(), head, settings, seed);
    remarks.add("there is to ask about: " + sample);
    List<Method> usable = answered(probes, sample, fitting(sample));
    if (usable.isEmpty()) {
      problems.add("nothing can be asked: " + String.join("; ", remarks)
          + "; name methods with -Dmethods= that need nothing of it, or use a chain on which something has happened");
      return null;
    }
    return mix(usable, sample);
  }

  private Mix mix(List<Method> usable, Sample sample) {
    return comparing() ? Mix.comparing(usable, sample, seed) : Mix.asking(usable, sample, seed);
  }

  private void isTheChain(NodeProbe probe) throws IOException {
    long id = probe.number("eth_chainId");
    long expected = chains.getFirst().id();
    if (chains.stream().anyMatch(chain -> chain.id() != id)) {
      problems.add("the node at " + probe.place() + " is of the chain " + id + ", and the target says " + expected
          + ": correct the id or the url in the target file");
    }
  }

  private void haveOneGenesis(List<NodeProbe> probes) throws IOException {
    List<JsonNode> hashes = new ArrayList<>();
    for (NodeProbe probe : probes) {
      hashes.add(probe.ask("eth_getBlockByNumber", "0x0", false).path("hash"));
    }
    if (hashes.stream().distinct().count() > 1) {
      problems.add("the nodes at " + probes.stream().map(NodeProbe::place).collect(Collectors.joining(" and "))
          + " are of different chains, as their first blocks tell: answers can be compared of one chain only");
    }
  }

  /** Those that can be filled, and compared where that is what it is about. */
  private List<Method> fitting(Sample sample) {
    List<Method> fitting = new ArrayList<>();
    List<String> moving = new ArrayList<>();
    for (Method method : methods) {
      List<String> missing = method.params()
          .needs()
          .stream()
          .filter(placeholder -> !sample.has(placeholder))
          .map(Placeholder::thing)
          .distinct()
          .toList();
      if (!missing.isEmpty()) {
        remarks.add("left out: " + method.name() + ", since no " + String.join(" and no ", missing) + " was found in "
            + sample.blocks().size() + " blocks up to " + sample.top()
            + ": look elsewhere with -Ddepth=, -Dwindow=, -Dblocks=");
      } else if (comparing() && !method.isPinned(true)) {
        moving.add(method.name());
      } else {
        fitting.add(method);
      }
    }
    if (!moving.isEmpty()) {
      remarks.add("left out, since the answer may change between two nodes: " + String.join(", ", moving));
    }
    return fitting;
  }

  /** Those that all nodes offer, as far as asking once tells. */
  private List<Method> answered(List<NodeProbe> probes, Sample sample, List<Method> fitting) throws IOException {
    List<Method> answered = new ArrayList<>();
    for (Method method : fitting) {
      boolean offered = true;
      for (NodeProbe probe : probes) {
        offered &= isOffered(probe, method, mix(List.of(method), sample).once().getFirst());
      }
      if (offered) {
        answered.add(method);
      }
    }
    return answered;
  }

  private boolean isOffered(NodeProbe probe, Method method, Request request) throws IOException {
    try {
      probe.askJson(request.method(), request.params());
      return true;
    } catch (NodeProbe.Refusal e) {
      RpcError error = new RpcError(e.error().path("code").asInt(), e.error().path("message").asText(), null);
      ErrorKind kind = ErrorTable.standard().kind(error);
      if (kind == ErrorKind.UNSUPPORTED) {
        remarks.add("left out: " + method.name() + ", which " + probe.place() + " does not offer");
      } else if (kind == ErrorKind.INVALID) {
        problems.add(e.getMessage() + ": correct the params of " + method.name()
            + " in the file of methods, which were " + request.params());
      }
      return kind != ErrorKind.UNSUPPORTED;
    }
  }
}
