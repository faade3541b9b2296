package protocol.rpc;

import io.gatling.javaapi.core.ActionBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;

/** The verbs of JSON-RPC under one request name. */
public final class RpcVerbs {

  private final Terms terms;

  RpcVerbs(Terms terms) {
    this.terms = terms;
  }

  /** The same on the chain of that name, which is Gatling EL; without this, on the first chain. */
  public RpcVerbs on(String chain) {
    return new RpcVerbs(new Terms(terms.name(), Expression.text(chain), terms.due(), terms.measured()));
  }

  /** The same, due so long after the run's zero: latency is counted from then, whenever it is really sent. */
  public RpcVerbs due(Expression<Duration> offset) {
    return new RpcVerbs(new Terms(terms.name(), terms.chain(), offset, terms.measured()));
  }

  /** The same as a part of the warm-up: outside of histograms, accounting and gates. */
  public RpcVerbs unmeasured() {
    return new RpcVerbs(new Terms(terms.name(), terms.chain(), terms.due(), false));
  }

  /**
   * Calls a method.
   *
   * @param method any, for example {@code eth_getBalance}
   * @param params null, texts with {@code #{name}}s in them, numbers, booleans, lists, maps, {@link Expression}s and functions of the
   *     session, in any depth. A text that is one {@code #{name}} and nothing else becomes the attribute as it is
   */
  public RpcCall call(String method, @Nullable Object... params) {
    return RpcCall.of(terms, RpcItem.of(terms.name(), method, params));
  }

  /** Sends several requests as one; a group of this name, with a row for each item. */
  public RpcBatch batch(RpcItem... items) {
    List<RpcItem> all = List.copyOf(Arrays.asList(items));
    return RpcBatch.of(terms, Expression.constant(all));
  }

  /** Sends as many requests as there are for a user, at least one, as one; a group of this name, with a row for each item. */
  public RpcBatch batch(Expression<List<RpcItem>> items) {
    return RpcBatch.of(terms, items);
  }

  /**
   * Subscribes to what a node notifies of.
   *
   * @param kind {@code newHeads}, {@code logs}, {@code newPendingTransactions} or what else the node has
   * @param options further parameters, as for {@link #call}: a filter for {@code logs}
   */
  public RpcSubscribe subscribe(String kind, Object... options) {
    return RpcSubscribe.of(terms, kind, options);
  }

  /** Looks at what a subscription brings, by its kind or its name; the next one unless told otherwise. */
  public RpcNotification notification(String feed) {
    return RpcNotification.of(terms, feed);
  }

  /** Ends a subscription, by its kind or its name. No row, nothing is waited for. */
  public ActionBuilder unsubscribe(String feed) {
    return RpcProtocol.KEY.action(terms.name(), (turn, rpc) -> {
      rpc.listening(turn.session().userId(), turn.loop()).unsubscribe(feed);
      turn.end();
    });
  }

  /** Signs and sends a transaction, and follows it into its block; see {@link RpcDsl#transfer} and the like for what it does. */
  public RpcTransaction sendTransaction(Wish wish) {
    return RpcTransaction.of(terms, wish);
  }
}
