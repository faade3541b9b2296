package simulations.wallet;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import lifecycle.Run;
import load.Participant;
import simulations.Pace;
import simulations.Profile;
import targets.Capability;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Channels that open, pay and close, weighted by how they are funded; they arrive whether or not those before them have left. */
public final class ChannelLifecycleSimulation extends WalletSimulation {

  private static final int LEDGERS = 2;
  private static final int PAYMENTS = 4;

  private final Profile profile = settings.choice("profile", Profile.LOAD);
  private final double rate = settings.rate("rate", 5);
  private final Duration duration = settings.duration("duration", Duration.ofSeconds(30));
  private final Pace pace = new Pace(engine, Duration.ZERO, share(Pace.dues(profile, rate, duration)));
  private final WalletJourneys wallets = journeys(LEDGERS);

  private final ScenarioBuilder ledgers = scenario("ledgers").exec(wallets.opensALedger(), pace.begins());
  private final ScenarioBuilder channels = scenario("channels").exec(pace.comesWhenDue())
      .exec(wallets.meets(Map.entry("unfunded", 70), Map.entry("ledger", 25), Map.entry("direct", 5)))
      .exec(wallets.opensWhenDue(), wallets.pays(PAYMENTS), wallets.closes());
  private final ScenarioBuilder settling = scenario("settling").exec(wallets.closesALedger());

  {
    setUp(afterWarmUp(ledgers.injectOpen(nothingFor(lead()), atOnceUsers(LEDGERS))
        .noShard()
        .andThen(channels.injectOpen(pace.arrivals())
            .noShard()
            .andThen(settling.injectOpen(atOnceUsers(LEDGERS)).noShard().andThen(audit())))))
        .protocols(protocols())
        .assertions(gates(wallets.scheduled(pace.users(), PAYMENTS)));
  }

  @Override
  protected Collection<Participant> participants() {
    return wallets.participants();
  }

  @Override
  protected Set<Capability> needs() {
    return Set.of(Capability.LEDGER_FUNDING); // without a chain, those that should be funded there are unfunded
  }

  @Override
  protected void plan(Run run) {
    run.plan(wallets.scheduled(pace.users(), PAYMENTS));
  }
}
