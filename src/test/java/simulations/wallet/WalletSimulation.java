package simulations.wallet;

import invariant.Invariant;
import invariant.WalletInvariants;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.DeploymentInfo;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lifecycle.Preflight;
import load.Job;
import load.LoadFile;
import load.LoadFileException;
import load.Participant;
import load.Shard;
import protocol.wallet.WalletDsl;
import protocol.wallet.WalletPreflight;
import protocol.wallet.WalletProtocol;
import simulations.SystemSimulation;
import targets.Capability;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** What every wallet simulation shares: the wallets, what is looked at before and after, the warm-up. */
abstract class WalletSimulation extends SystemSimulation {

  private static final int WARM_UP_USERS = 4;
  private static final String EXAMPLE = "feeders/wallet/ten-steps.json";

  private final boolean gating = settings.isOn("gating", true);
  private final WalletProtocol wallets = WalletProtocol.of(engine, this::target)
      .gating(gating)
      .timeout(settings.duration("timeout", Duration.ofSeconds(10)))
      .patience(settings.duration("patience", Duration.ofSeconds(60)));

  WalletSimulation() {
    super("wallet");
  }

  /** Who takes part in the channels of the load. */
  protected abstract Collection<Participant> participants();

  /** What the load asks of the target beyond unfunded channels. */
  protected abstract Set<Capability> needs();

  @Override
  protected final List<ProtocolBuilder> spoken() {
    return List.of(wallets);
  }

  @Override
  protected final void inspect(Preflight preflight) {
    preflight.check("the wallets", () -> WalletPreflight.problems(wallets, participants(), needs()));
  }

  @Override
  protected final List<Invariant> invariants() {
    List<Invariant> invariants = new ArrayList<>(WalletInvariants.offChain());
    if (capabilities().contains(Capability.DIRECT_FUNDING)) {
      invariants.addAll(WalletInvariants.onChain());
    }
    return List.copyOf(invariants);
  }

  @Override
  protected final ActionBuilder finalReads() {
    return WalletDsl.readFinalState();
  }

  /** The load file that was asked for, a resource or a path. */
  protected final LoadFile loadFile(String otherwise) {
    try {
      return LoadFile.read(resource(settings.text("loadFile", otherwise)), roles());
    } catch (LoadFileException e) {
      settings.problem(String.valueOf(e.getMessage()));
      return LoadFile.read(resource(EXAMPLE), Set.of()); // to make a scenario of, which will not run
    }
  }

  /** This injector's share of a load file. */
  protected final Replay replay(LoadFile file) {
    List<Job> jobs = shard().of(file.jobs());
    return new Replay(gating ? jobs : Replay.apart(jobs), engine, lead());
  }

  /** This injector's share of the moments at which users are due. */
  protected final List<Duration> share(List<Duration> dues) {
    return shard().dealtOut(dues);
  }

  /** What wallets' users do here, with so many ledger channels to borrow from. */
  protected final WalletJourneys journeys(int ledgers) {
    return new WalletJourneys(seed, ledgers, capabilities().contains(Capability.DIRECT_FUNDING));
  }

  private Shard shard() {
    DeploymentInfo deployed = DeploymentInfo.INSTANCE;
    long index = settings.number("injector.index", deployed.indexOfLoadGeneratorInRun);
    long count = settings.number("injector.count", deployed.numberOfLoadGeneratorsInRun);
    try {
      return new Shard(Math.toIntExact(index), Math.toIntExact(count));
    } catch (IllegalArgumentException e) {
      settings.problem(String.valueOf(e.getMessage()));
      return Shard.WHOLE;
    }
  }

  /** The load, and before its zero a few channels that nobody counts. */
  protected final List<PopulationBuilder> afterWarmUp(PopulationBuilder load) {
    if (!settings.isOn("warmUp", isEmbedded())) {
      return List.of(load);
    }
    WarmUp warmUp = new WarmUp(List.copyOf(participants()));
    return List.of(scenario("warm-up").exec(warmUp.channels(lead())).injectOpen(atOnceUsers(WARM_UP_USERS)), load);
  }
}
