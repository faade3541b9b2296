package protocol.wallet;

import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;
import protocol.engine.Turn;
import protocol.engine.Verb;
import protocol.wallet.WalletOperation.Order;

/** A verb of {@link WalletDsl}, to be put into a scenario as it is or with a time at which it is due. */
public final class WalletVerb extends Verb {

  /** A request and the name under which it is reported. */
  record Named(String name, WalletRequest request) {}

  private final String name;
  private final Expression<Named> request;
  private final @Nullable Expression<Duration> due;
  private final boolean measured;

  private WalletVerb(String name, Expression<Named> request, @Nullable Expression<Duration> due, boolean measured) {
    this.name = name;
    this.request = request;
    this.due = due;
    this.measured = measured;
  }

  static WalletVerb of(String name, Expression<Named> request) {
    return new WalletVerb(name, request, null, true);
  }

  /** The same, due so long after the run's zero: latency is counted from then, whenever it is really sent. */
  public WalletVerb due(Expression<Duration> offset) {
    return new WalletVerb(name, request, offset, measured);
  }

  /** The same as a part of the warm-up: outside of histograms, accounting and gates. */
  public WalletVerb unmeasured() {
    return new WalletVerb(name, request, due, false);
  }

  @Override
  protected ActionBuilder action() {
    return WalletProtocol.KEY.action(name, this::start);
  }

  private void start(Turn turn, WalletComponents wallets) throws ExpressionFailure {
    Session session = turn.session();
    Named named = request.apply(session);
    long now = wallets.clock().now();
    long intended = due == null ? now : due.apply(session).toNanos();
    long free = session.contains(WalletDsl.FREE) ? session.getLong(WalletDsl.FREE) : intended;
    String reported = measured ? named.name() : "warm-up: " + named.name();
    new WalletOperation(turn, new Order(reported, named.request(), intended, free, measured), wallets).run();
  }
}
