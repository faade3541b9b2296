package simulations.checkout;

import invariant.Invariant;
import invariant.checkout.CheckoutInvariants;
import invariant.checkout.CheckoutRules;
import invariant.checkout.Matter;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lifecycle.Preflight;
import lifecycle.Run;
import org.jspecify.annotations.Nullable;
import protocol.checkout.CheckoutDsl;
import protocol.checkout.CheckoutPreflight;
import protocol.checkout.CheckoutProtocol;
import protocol.checkout.Settling;
import simulations.Profile;
import simulations.SystemSimulation;
import targets.Dialect;
import targets.Target;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static protocol.checkout.CheckoutDsl.addFunds;
import static protocol.checkout.CheckoutDsl.addItem;
import static protocol.checkout.CheckoutDsl.addStock;
import static protocol.checkout.CheckoutDsl.checkout;
import static protocol.checkout.CheckoutDsl.createItem;
import static protocol.checkout.CheckoutDsl.createOrder;
import static protocol.checkout.CheckoutDsl.createUser;

/** What every checkout simulation shares: the services, what is looked at before and after, the order of its parts. */
abstract class CheckoutSimulation extends SystemSimulation {

  /** When a step has failed. */
  protected final Rules rules = settings.choice("rules", Rules.STRICT);
  /** The shape of the load. */
  protected final Profile profile = settings.choice("profile", Profile.LOAD);
  /** How long the load goes on. */
  protected final Duration duration = settings.duration("duration", Duration.ofSeconds(30));
  /** Whatever is drawn, with the run's seed. */
  protected final Dice dice = new Dice(seed);

  private static final int WARM_UP_USERS = 4;

  private final boolean warm = settings.isOn("warmUp", isEmbedded());
  private final boolean sharing = settings.isOn("shareConnections", true);
  private final boolean paidFlag = settings.isOn("paidFlag", true);
  private final boolean emptyOrders = settings.isOn("emptyOrders", false);
  private final boolean staleReads = settings.isOn("staleReads", false);
  private final CheckoutProtocol protocol = CheckoutProtocol.of(engine, this::target)
      .history(this::history)
      .compatible(rules == Rules.COMPATIBLE)
      .settling(Settling.DEFAULT.patience(settings.duration("patience", Duration.ofSeconds(30))));

  private @Nullable Target services;

  CheckoutSimulation() {
    super("checkout");
  }

  /** The dialects that the load can be spoken in. */
  protected Set<Dialect> dialects() {
    return Set.of(Dialect.values());
  }

  /** The target with the dialect that was found, once that is known. */
  @Override
  protected final Target target() {
    return services == null ? super.target() : services;
  }

  /** What the load gives no cause to judge. */
  protected abstract Set<Matter> leftOut();

  @Override
  protected final List<ProtocolBuilder> spoken() {
    return List.of(protocol, sharing ? CheckoutProtocol.http().shareConnections() : CheckoutProtocol.http());
  }

  @Override
  protected void inspect(Preflight preflight) {
    preflight.check("the services", () -> {
      CheckoutPreflight.Found found = CheckoutPreflight.inspect(super.target(), dialects());
      services = found.target();
      return found.problems();
    });
  }

  @Override
  protected final List<Invariant> invariants() {
    Set<Matter> matters = EnumSet.allOf(Matter.class);
    matters.removeAll(leftOut());
    if (!paidFlag) {
      matters.remove(Matter.PAID);
    }
    if (emptyOrders) {
      matters.remove(Matter.EMPTY_ORDERS);
    }
    if (staleReads) {
      matters.remove(Matter.POLLS);
    }
    return CheckoutInvariants.all(new CheckoutRules(matters));
  }

  @Override
  protected final ActionBuilder finalReads() {
    return CheckoutDsl.readFinalState();
  }

  @Override
  protected final void plan(Run run) {
    run.plan(Map.of()); // what is scheduled is who arrives
  }

  /** One after the other: a warm-up that nobody counts, these, and the audit; the others go along with the last of these. */
  protected final PopulationBuilder afterWarmUp(List<PopulationBuilder> phases, PopulationBuilder... alongside) {
    List<PopulationBuilder> reversed = new ArrayList<>(phases.reversed());
    reversed.addLast(warmUp());
    PopulationBuilder last = reversed.removeFirst().andThen(audit());
    PopulationBuilder[] next = Stream.concat(Stream.of(last), Stream.of(alongside)).toArray(PopulationBuilder[]::new);
    for (PopulationBuilder phase : reversed) {
      next = new PopulationBuilder[] {phase.andThen(next)};
    }
    return next[0];
  }

  private PopulationBuilder warmUp() {
    ChainBuilder sale = exec(createItem("1").unmeasured(), addStock("#{item}", "1").unmeasured(),
        createUser().unmeasured(), addFunds("#{user}", "1").unmeasured(), createOrder("#{user}").unmeasured(),
        addItem("#{order}", "#{item}", "1").unmeasured(), checkout("#{order}").unmeasured());
    return scenario("warm-up").exec(warm ? during(lead()).on(sale) : pause(lead()))
        .injectOpen(atOnceUsers(WARM_UP_USERS));
  }

  /** Ends the run before its load when not all of the set-up is there. */
  protected final PopulationBuilder isSetUp(Market market, int size) {
    return scenario("set-up is complete").exec(dummy("set-up is complete", 1).withSuccess(_ -> market.size() == size))
        .exec(stopLoadGeneratorIf(_ -> "the set-up is not complete: " + market.size() + " of " + size,
            _ -> market.size() != size))
        .injectOpen(atOnceUsers(1));
  }
}
