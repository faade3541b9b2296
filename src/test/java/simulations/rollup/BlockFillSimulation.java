package simulations.rollup;

import account.JsonRpcNode;
import history.History;
import invariant.rollup.HowFull;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.Map;
import lifecycle.Preflight;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Blocks are filled with hard work up to a given amount of gas, more slowly while the chain pushes back. */
public final class BlockFillSimulation extends PaidSimulation {

  private final Filling filling = new Filling(engine, settings, duration);
  private final Contracts contracts = new Contracts(settings, accounts());

  private final ScenarioBuilder setUp = scenario("set-up").exec(contracts.areAWorkbench());
  private final ScenarioBuilder burners = scenario("burners").exec(contracts::areKnown)
      .exec(filling.goesOn(leavesWhenAllIsSpent()));

  {
    settings.prefer("successRate", "90"); // to be refused now and then is a part of it
    setUp(afterWarmUp(filling.users(),
        setUp.injectOpen(atOnceUsers(1)).andThen(burners.injectOpen(atOnceUsers(filling.users())).andThen(audit()))))
        .protocols(protocols())
        .assertions(gates(Map.of(Filling.BURN, filling.transactions())));
  }

  @Override
  protected void inspect(Preflight preflight) {
    super.inspect(preflight);
    preflight.check("the gas", () -> {
      try (var node = new JsonRpcNode(chain().read().getFirst())) {
        return filling.problems(node.gasLimit());
      }
    });
  }

  @Override
  protected void blockJoined(String chain, long number) {
    if (chain.equals(chain().name())) {
      filling.blockJoined(number);
    }
  }

  @Override
  protected List<String> remarks(History history) {
    return HowFull.lines(history, Filling.BURN);
  }

  @Override
  protected Map<String, Long> scheduled() {
    return Map.of(); // how much is sent depends on the chain
  }
}
