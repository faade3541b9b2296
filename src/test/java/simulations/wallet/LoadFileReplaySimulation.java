package simulations.wallet;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Collection;
import java.util.Set;
import lifecycle.Run;
import load.LoadFile;
import load.Participant;
import targets.Capability;

import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Replays a load file against the wallets, each instruction at its own time, and proves that nothing was lost. */
public final class LoadFileReplaySimulation extends WalletSimulation {

  private final LoadFile loadFile = loadFile("feeders/wallet/main.json");
  private final Replay replay = replay(loadFile);

  private final ScenarioBuilder jobs = scenario("jobs").exec(replay.takesTheNextJob(),
      replay.carriesOutEachInstructionAtItsTime());

  {
    setUp(afterWarmUp(jobs.injectOpen(replay.arrivals()).noShard().andThen(audit()))).protocols(protocols())
        .assertions(gates(replay.scheduled()));
  }

  @Override
  protected Collection<Participant> participants() {
    return loadFile.participants();
  }

  @Override
  protected Set<Capability> needs() {
    return replay.needs();
  }

  @Override
  protected void plan(Run run) {
    replay.plan(run);
  }
}
