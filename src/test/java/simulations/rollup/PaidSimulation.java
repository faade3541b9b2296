package simulations.rollup;

import account.Account;
import account.Environment;
import account.FundingRules;
import account.JsonRpcNode;
import account.Keyring;
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
import protocol.rpc.RpcTransaction;
import protocol.rpc.transaction.Wei;
import targets.ChainNodes;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
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
  /** Until the last payment of the warm-up is in a block, the load had better not begin. */
  private static final Duration LAST = Duration.ofSeconds(1);
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

  /** The load, and before its zero a few payments that nobody counts. */
  protected final List<PopulationBuilder> afterWarmUp(PopulationBuilder... load) {
    boolean warm = settings.isOn("warmUp", isEmbedded());
    ScenarioBuilder payments = scenario("warm-up").exec(during(lead().minus(LAST)).on(warmUp()));
    ScenarioBuilder topUps = scenario("treasury")
        .exec(repeat((int) duration.dividedBy(topUp)).on(pause(topUp), topUp(() -> treasury().topUp(allowance))));
    Stream<PopulationBuilder> ours = Stream.concat(
        Stream.of(payments.injectOpen(atOnceUsers(WARM_UP_USERS))).filter(_ -> warm),
        Stream.of(topUps.injectOpen(atOnceUsers(1))).filter(_ -> duration.compareTo(topUp) >= 0));
    return Stream.concat(ours, Stream.of(load)).toList();
  }

  /** The user leaves, and does nothing, when all is spent that may be. */
  protected final ChainBuilder leavesWhenAllIsSpent() {
    return exitHereIf(_ -> treasury().isSpent());
  }

  private Treasury treasury() {
    return Objects.requireNonNull(treasury, "funded before the load");
  }

  private RpcTransaction warmUp() {
    String payee = children.getFirst().address();
    return rpc("warm-up").unmeasured().sendTransaction(transfer(payee, "1 wei"));
  }

  /** How many operations of each kind are scheduled. */
  protected abstract Map<String, Long> scheduled();

  @Override
  protected final RpcProtocol protocol() {
    return super.protocol().accounts(this::accounts).blocks((chain, block) -> blockJoined(chain, block.number()));
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
