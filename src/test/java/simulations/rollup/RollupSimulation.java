package simulations.rollup;

import account.ChainGuard;
import account.JsonRpcNode;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lifecycle.Preflight;
import lifecycle.Run;
import protocol.rpc.RpcProtocol;
import protocol.rpc.node.RpcChain;
import simulations.Profile;
import simulations.SystemSimulation;
import targets.ChainNodes;

/** What every simulation of chains shares: the nodes, and what is looked at before. */
abstract class RollupSimulation extends SystemSimulation {

  /** The shape of the load. */
  protected final Profile profile = settings.choice("profile", Profile.LOAD);
  /** How long the load goes on. */
  protected final Duration duration = settings.duration("duration", Duration.ofSeconds(30));

  private final Duration timeout = settings.duration("timeout", Duration.ofSeconds(10));

  RollupSimulation() {
    super("rollup");
  }

  @Override
  protected List<ProtocolBuilder> spoken() {
    return List.of(protocol());
  }

  /** How the nodes are spoken to. */
  protected RpcProtocol protocol() {
    return RpcProtocol.of(engine, this::chains).timeout(timeout);
  }

  /** The chain that the load goes to, once the target is there. */
  protected final ChainNodes chain() {
    return target().chains().getFirst();
  }

  private List<RpcChain> chains() {
    return target().chains()
        .stream()
        .map(chain -> new RpcChain(chain.name(), chain.id(), chain.send(), chain.read(), chain.socket()))
        .toList();
  }

  @Override
  protected void inspect(Preflight preflight) {
    preflight.check("the chain", () -> {
      ChainNodes chain = chain();
      try (var node = new JsonRpcNode(chain.read().getFirst())) {
        ChainGuard.check(node, chain.id(), chain.allowMainnet());
        return List.of();
      }
    });
  }

  @Override
  protected void plan(Run run) throws IOException {
    run.plan(Map.of()); // what is scheduled is who arrives
  }
}
