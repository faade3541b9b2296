package simulations.wallet;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import lifecycle.Run;
import load.Participant;
import simulations.Profile;
import targets.Capability;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Channels that open, pay and close, weighted by how they are funded; they arrive whether or not those before them have left. */
public final class ChannelLifecycleSimulation extends WalletSimulation {

  private static final int LEDGERS = 2;

  private final Profile profile = settings.choice("profile", Profile.LOAD);
  private final double rate = settings.rate("rate", 5);
  private final Duration duration = settings.duration("duration", Duration.ofSeconds(30));
  private final WalletJourneys wallets = journeys(LEDGERS);

  private final ScenarioBuilder ledgers = scenario("ledgers").exec(wallets.opensALedger());
  private final ScenarioBuilder channels = scenario("channels")
      .exec(wallets.meets(percent("unfunded", 70), percent("ledger", 25), percent("direct", 5)))
      .exec(wallets.opens(), wallets.pays(4), wallets.closes());
  private final ScenarioBuilder settling = scenario("settling").exec(wallets.closesALedger());

  {
    setUp(afterWarmUp(ledgers.injectOpen(nothingFor(lead()), atOnceUsers(LEDGERS))
        .andThen(channels.injectOpen(profile.steps(rate, duration))
            .andThen(settling.injectOpen(atOnceUsers(LEDGERS)).andThen(audit())))))
        .protocols(protocols())
        .assertions(gates(Map.of("create channel", profile.arrivals(rate, duration))));
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
    run.plan(Map.of()); // an open model: what is scheduled is what arrives
  }

  private static Map.Entry<String, Integer> percent(String funding, int percent) {
    return Map.entry(funding, percent);
  }
}
