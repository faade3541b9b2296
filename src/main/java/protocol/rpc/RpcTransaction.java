package protocol.rpc;

import account.Account;
import account.Authorization;
import account.Blob;
import account.Kind;
import account.Kind.Access;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import protocol.engine.Checks;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;
import protocol.engine.Turn;
import protocol.engine.Verb;
import protocol.rpc.chain.Goal;
import protocol.rpc.chain.Goal.Finality;
import protocol.rpc.node.Node;
import protocol.rpc.transaction.Draft;
import protocol.rpc.transaction.FeePolicy;
import protocol.rpc.transaction.GasLimit;
import protocol.rpc.transaction.Order;

/**
 * Signs and sends a transaction and follows it, until it is included unless told otherwise. A group of the verb's name, whose rows are
 * {@code queued} (until it has its nonce and its turn), {@code signed}, {@code accepted} (the node has answered), {@code seen} (pending),
 * {@code preconfirmed}, {@code included}, {@code confirmed}, {@code safe} and {@code finalized}, as far as it got; from accepted on all count from its being
 * sent.
 */
public final class RpcTransaction extends Verb {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Terms terms;
  private final Wish wish;
  private final Means means;
  private final Aim aim;

  /**
   * How it is sent.
   *
   * @param from null for the user's own account
   */
  private record Means(@Nullable Expression<Account> from, Expression<Draft.Shape> shape, FeePolicy fees,
      Expression<GasLimit> gas, boolean sync) {}

  /**
   * How far it is followed.
   *
   * @param goal how far
   * @param accepted whether the node's answer is enough
   * @param patience for how long
   * @param reverts whether it is supposed to revert
   * @param checks of its receipt
   */
  record Aim(Goal goal, boolean accepted, Duration patience, boolean reverts, List<CheckBuilder> checks) {}

  private RpcTransaction(Terms terms, Wish wish, Means means, Aim aim) {
    this.terms = terms;
    this.wish = wish;
    this.means = means;
    this.aim = aim;
  }

  static RpcTransaction of(Terms terms, Wish wish) {
    Draft.Shape plain = _ -> new Kind.FeeMarket(List.of());
    return new RpcTransaction(terms, wish,
        new Means(null, Expression.constant(plain), FeePolicy.market(),
            Expression.constant(new GasLimit.Estimated(1.2, "")), false),
        new Aim(Goal.INCLUDED, false, PATIENCE, false, List.of()));
  }

  private RpcTransaction with(Means other) {
    return new RpcTransaction(terms, wish, other, aim);
  }

  private RpcTransaction with(Aim other) {
    return new RpcTransaction(terms, wish, means, other);
  }

  /** The same, sent by another account than the user's own. */
  public RpcTransaction from(Expression<Account> sender) {
    return with(new Means(sender, means.shape, means.fees, means.gas, means.sync));
  }

  /** The same, offering something else; without this, the median tip above twice the base fee. */
  public RpcTransaction fees(FeePolicy policy) {
    return with(new Means(means.from, means.shape, policy, means.gas, means.sync));
  }

  /** The same with other gas; without this, 1.2 times what the node estimates for the first of the verb's name. */
  public RpcTransaction gas(GasLimit limit) {
    return gas(Expression.constant(limit));
  }

  /** The same with other gas, which may differ from user to user. */
  public RpcTransaction gas(Expression<GasLimit> limit) {
    return with(new Means(means.from, means.shape, means.fees, limit, means.sync));
  }

  /** The same of another kind than EIP-1559. */
  public RpcTransaction kind(Expression<Draft.Shape> shape) {
    return with(new Means(means.from, shape, means.fees, means.gas, means.sync));
  }

  /** The same without a type, as before EIP-2718. */
  public RpcTransaction legacy() {
    return kind(Expression.constant(_ -> new Kind.Legacy()));
  }

  /** The same naming what it will touch (EIP-2930). */
  public RpcTransaction accessing(List<Access> accesses) {
    return kind(Expression.constant(_ -> new Kind.AccessList(accesses)));
  }

  /** The same carrying blobs (EIP-4844), offering twice what the chain asks for them. */
  public RpcTransaction carrying(Expression<List<Blob>> blobs) {
    return kind(session -> {
      List<Blob> all = blobs.apply(session);
      return quote -> new Kind.Blobs(quote.blobFee().multiply(BigInteger.TWO).max(BigInteger.ONE), all);
    });
  }

  /** The same letting accounts run a contract's code as their own (EIP-7702). */
  public RpcTransaction authorizing(Expression<List<Authorization>> authorizations) {
    return kind(session -> {
      List<Authorization> all = authorizations.apply(session);
      return _ -> new Kind.SetCode(List.of(), all);
    });
  }

  /** The same by {@code eth_sendRawTransactionSync}: the node answers with the receipt. */
  public RpcTransaction sync() {
    return with(new Means(means.from, means.shape, means.fees, means.gas, true));
  }

  /** The same, the node's answer being enough. */
  public RpcTransaction untilAccepted() {
    return with(new Aim(aim.goal, true, aim.patience, aim.reverts, aim.checks));
  }

  /** The same, until so many blocks stand on each other from its own on; 1 is inclusion. */
  public RpcTransaction untilConfirmed(int depth) {
    return with(new Aim(new Goal(depth, aim.goal.finality()), false, aim.patience, aim.reverts, aim.checks));
  }

  /** The same, until the chain calls its block safe, or final. */
  public RpcTransaction until(Finality finality) {
    return with(new Aim(new Goal(aim.goal.depth(), finality), false, aim.patience, aim.reverts, aim.checks));
  }

  /** The same, followed for so long and no longer, from when the user came by; it is unknown then. */
  public RpcTransaction within(Duration patience) {
    return with(new Aim(aim.goal, aim.accepted, patience, aim.reverts, aim.checks));
  }

  /** The same, supposed to revert: included without is KO. */
  public RpcTransaction revertExpected() {
    return with(new Aim(aim.goal, aim.accepted, aim.patience, true, aim.checks));
  }

  /** The same with these checks of its receipt, {@code $.logs} and all. */
  public RpcTransaction check(CheckBuilder... checks) {
    return with(new Aim(aim.goal, aim.accepted, aim.patience, aim.reverts, List.of(checks)));
  }

  @Override
  protected ActionBuilder action() {
    Checks checks = Checks.of(aim.checks);
    return RpcProtocol.KEY.action(terms.name(), (turn, rpc) -> start(turn, rpc, checks));
  }

  private void start(Turn turn, RpcComponents rpc, Checks checks) throws ExpressionFailure {
    Session session = turn.session();
    Node node = terms.node(session, rpc);
    Account sender = means.from == null ? rpc.sending().account(session.userId()) : means.from.apply(session);
    Draft draft = wish.draft(session, means.shape.apply(session));
    Order order = new Order(terms.name(), sender, draft, means.gas.apply(session), means.fees, aim.goal, means.sync,
        rpc.asker(turn));
    TransactionPlan plan = new TransactionPlan(terms, aim, order, checks);
    new TransactionOperation(turn, rpc, rpc.sending().chain(node), plan).run();
  }
}
