package simulations.rollup;

import account.Account;
import account.Environment;
import account.FundingRules;
import account.JsonRpcNode;
import account.Keyring;
import account.LaneRules;
import account.SpendingCap;
import contract.Disperse;
import invariant.Invariant;
import invariant.rollup.RollupInvariants;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.exec.Executable;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lifecycle.Preflight;
import lifecycle.Run;
import lifecycle.Treasury;
import org.jspecify.annotations.Nullable;
import protocol.rpc.RpcProtocol;
import protocol.rpc.TransactionSettings;
import protocol.rpc.chain.WatchSettings;
import protocol.rpc.transaction.Wei;
import simulations.Pace;
import simulations.Profile;
import targets.ChainNodes;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIf;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.audit.AuditDsl.refund;
import static protocol.audit.AuditDsl.topUp;
import static protocol.rpc.RpcDsl.readBlocks;
import static protocol.rpc.RpcDsl.rpc;
import static protocol.rpc.RpcDsl.settleTransactions;
import static protocol.rpc.RpcDsl.transfer;

/** What every simulation shares that sends transactions: accounts that are paid before the load, and bring back what is left. */
abstract class PaidSimulation extends RollupSimulation {

  private static final int WARM_UP_USERS = 64;
  /** Payments of one user in a second at most, where a block takes a tenth of one. */
  private static final int WARM_UP_RATE = 8;
  private static final Duration LOOK = Duration.ofMillis(200);

  private final int senders = settings.count("senders", isEmbedded() ? 64 : 200);
  private final BigInteger allowance = amount("allowance")
      .orElseGet(() -> Wei.of(isEmbedded() ? "1 ether" : "0.01 ether"));
  private final Optional<BigInteger> maxSpend = amount("maxSpend");
  private final Duration patience = settings.duration("patience", Duration.ofSeconds(60));
  private final Duration topUp = settings.duration("topUp", Duration.ofSeconds(30));
  private final List<Account> children = Keyring.fresh().accounts(senders);

  private @Nullable Treasury treasury;

  /** Who sends: user number n has account n, and begins again after the last. */
  protected final List<Account> accounts() {
    return children;
  }

  /**
   * The load, and before its zero payments that nobody counts: what is slow at first is not what a run is about.
   *
   * @param rate of the load, in transactions a second; the warm-up comes near it where blocks are short, since code that
   *     has run seldom is compiled when it runs often
   */
  protected final List<PopulationBuilder> afterWarmUp(double rate, PopulationBuilder... load) {
    ScenarioBuilder topUps = scenario("treasury")
        .exec(repeat((int) duration.dividedBy(topUp)).on(pause(topUp), topUp(() -> treasury().topUp(allowance))));
    Stream<PopulationBuilder> treasury = Stream.of(topUps.injectOpen(atOnceUsers(1)))
        .filter(_ -> duration.compareTo(topUp) >= 0);
    Stream<PopulationBuilder> warmUp = settings.isOn("warmUp", isEmbedded()) ? warmUp(rate) : Stream.empty();
    return Stream.of(warmUp, treasury, Stream.of(load)).flatMap(populations -> populations).toList();
  }

  /** For a third of the time as many as the chain takes, while the code is slow; then at the load's own pace, up to its zero. */
  private Stream<PopulationBuilder> warmUp(double rate) {
    long seconds = lead().toSeconds();
    if (seconds == 0) {
      return Stream.empty(); // Gatling would wait forever for users who come for less than a second
    }
    Duration third = Duration.ofSeconds(Math.max(1, seconds / 3));
    Pace steady = Pace.before(engine, lead(), Pace.dues(Profile.SOAK, rate, lead().minus(third)));
    ScenarioBuilder first = scenario("warm-up").exec(Pace.comesSoon(engine), leavesWhenAllIsSpent(), warmsUp());
    ScenarioBuilder then = scenario("warm-up at the pace").exec(steady.comesWhenDue(), leavesWhenAllIsSpent(),
        warmsUp());
    return Stream.of(
        first.injectClosed(constantConcurrentUsers(Math.max(WARM_UP_USERS, (int) rate / WARM_UP_RATE)).during(third)),
        then.injectOpen(steady.arrivals()));
  }

  private ChainBuilder warmsUp() {
    return exec(session -> session.set("payee", children.getFirst().address()))
        .exec(rpc("transfer").unmeasured().due(Pace.DUE).sendTransaction(transfer("#{payee}", "1 wei")));
  }

  /** The user leaves, and does nothing, when all is spent that may be. */
  protected final ChainBuilder leavesWhenAllIsSpent() {
    return exitHereIf(_ -> treasury().isSpent());
  }

  private Treasury treasury() {
    return Objects.requireNonNull(treasury, "funded before the load");
  }

  /** How many operations of each kind are scheduled. */
  protected abstract Map<String, Long> scheduled();

  @Override
  protected final RpcProtocol protocol() {
    return super.protocol().transactions(transactions())
        .accounts(this::accounts)
        .blocks((chain, block) -> blockJoined(chain, block.number()));
  }

  private TransactionSettings transactions() {
    LaneRules lanes = LaneRules.USUAL.withInFlight(settings.count("inFlight", LaneRules.USUAL.inFlight()));
    WatchSettings watch = WatchSettings.defaults();
    return TransactionSettings.defaults()
        .lanes(lanes.stuckAfter(settings.duration("stuck", lanes.stuck())))
        .watch(watch.settled(settings.count("settled", watch.settled())));
  }

  /** A block has joined a chain; told on the watcher's thread, which must not be held up. */
  protected void blockJoined(String chain, long number) {}

  @Override
  protected List<Invariant> invariants() {
    return RollupInvariants.ofTransactions();
  }

  @Override
  protected void inspect(Preflight preflight) {
    super.inspect(preflight);
    preflight.check("who pays", () -> {
      payer();
      return List.of();
    });
  }

  private Account payer() {
    return new Environment(settings.environment()).keyring(chain().id()).accounts(1).getFirst();
  }

  private Optional<BigInteger> amount(String name) {
    return settings.read(name, "an amount such as 0.5 ether", Wei::of);
  }

  @Override
  protected final void plan(Run run) throws IOException {
    run.plan(scheduled());
    ChainNodes chain = chain();
    var purse = new Treasury.Purse(payer(), children, run.own(new JsonRpcNode(chain.read().getFirst())), rules(chain));
    treasury = run.own(Treasury.open(run, target().name(), purse));
    treasury().fund(allowance);
  }

  private FundingRules rules(ChainNodes chain) {
    SpendingCap cap = maxSpend.or(() -> chain.maxSpend().map(Wei::of))
        .map(SpendingCap::new)
        .orElseGet(SpendingCap::none);
    FundingRules rules = FundingRules.of(chain.id(), cap).with(new Disperse()).within(LOOK, patience);
    return chain.allowMainnet() ? rules.onMainnet() : rules;
  }

  /** What else is read when all is settled. */
  protected ChainBuilder alsoRead() {
    return exec(session -> session);
  }

  @Override
  protected final Executable finalReads() {
    return exec(settleTransactions(patience), readBlocks()).exec(alsoRead()).exec(refund(() -> treasury().refund()));
  }
}
