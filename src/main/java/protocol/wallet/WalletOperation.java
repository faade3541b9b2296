package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Invocation;
import history.Outcome;
import io.gatling.javaapi.core.Session;
import java.util.concurrent.CompletionStage;
import load.Funding;
import org.jspecify.annotations.Nullable;
import protocol.engine.Turn;

/** One request of a wallet, from the moment it is due to the moment both sides agree. Confined to the user's event loop. */
final class WalletOperation {

  /**
   * What is to be done, and when.
   *
   * @param name the request's name in every report
   * @param request what is asked
   * @param intended when the schedule wants it, nanoseconds since zero
   * @param free when this virtual user was free to do it, nanoseconds since zero
   * @param measured false for warm-up
   */
  record Order(String name, WalletRequest request, long intended, long free, boolean measured) {}

  private final Turn turn;
  private final Order order;
  private final WalletComponents wallets;
  private final Caller caller;

  WalletOperation(Turn turn, Order order, WalletComponents wallets) {
    this.turn = turn;
    this.order = order;
    this.wallets = wallets;
    this.caller = new Caller(turn.session().userId(), turn.loop());
  }

  /** Waits for what the request depends on, then sends it. */
  void run() {
    String ledger = ledgerJob();
    if (ledger == null || !wallets.settings().gating()) {
      send(order.free(), null);
      return;
    }
    // What it depends on may fail: then nothing is sent, and that is accounted for as refused.
    wallets.channels()
        .whenOpened(ledger)
        .thenAccept(opening -> turn.onLoop(() -> send(Math.max(order.free(), opening.at()), opening.failure())));
  }

  private void send(long free, @Nullable Throwable hindered) {
    long now = wallets.clock().now();
    long released = Math.min(now, Math.max(order.intended(), free));
    Invocation invocation = new Invocation(wallets.nextOperation(), caller.user(), order.name(), order.request().job(),
        order.measured(), order.intended(), Math.max(order.intended(), released), now, asked());
    wallets.record(invocation);
    Objective objective = new Objective(wallets, caller, order, now);
    if (hindered != null) {
      end(invocation, objective, new Ending(null, hindered));
      return;
    }
    CompletionStage<Channel> call;
    try {
      call = call();
    } catch (WalletFailure e) {
      end(invocation, objective, new Ending(null, e));
      return;
    }
    call.thenCompose(objective::reached)
        .whenComplete((channel, thrown) -> turn.onLoop(() -> end(invocation, objective, new Ending(channel, thrown))));
  }

  private CompletionStage<Channel> call() {
    WalletClient client = wallets.client();
    return switch (order.request()) {
      case WalletRequest.CreateLedger create -> client.create(caller, create.server(),
          Wire.create("ledger", create.params(), Wire.funding(wallets.ledgerFunding())));
      case WalletRequest.Create create ->
        client.create(caller, create.server(), Wire.create("app", create.params(), funding(create.funding())));
      case WalletRequest.Join _ -> client.join(caller, here());
      case WalletRequest.Update update ->
        client.update(caller, here(), Wire.update(update.allocations(), update.appData()));
      case WalletRequest.Close _ -> client.close(caller, here());
      case WalletRequest.AwaitStatus _ -> client.read(caller, here());
    };
  }

  /** How it ended: with a channel, or with what was thrown. */
  private record Ending(@Nullable Channel channel, @Nullable Throwable thrown) {

    Outcome outcome() {
      return thrown == null ? Outcome.OK : WalletFailure.outcomeOf(thrown);
    }

    /** Of a channel without a good end only which one it is: what a wallet showed at first is no reading of now. */
    JsonNode answered(@Nullable Channel accepted) {
      if (channel != null) {
        return channel.json();
      }
      return accepted == null ? NullNode.getInstance()
          : JsonNodeFactory.instance.objectNode()
              .put("channelId", accepted.id())
              .set("participants", accepted.json().path("participants").deepCopy());
    }
  }

  private void end(Invocation invocation, Objective objective, Ending ending) {
    long now = wallets.clock().now();
    Outcome outcome = ending.outcome();
    if (outcome != Outcome.OK && isCreate()) {
      wallets.channels()
          .opened(order.request().job(), new OpenChannels.Opening(now,
              WalletFailure.refused("dependency-failed", "the channel it needs did not open")));
    }
    var phases = objective.phases();
    wallets.record(invocation.ended(now, phases, outcome, ending.answered(objective.accepted())));
    turn.group(order.name(), phases, outcome);
    Session session = turn.session().set(WalletDsl.FREE, now);
    Channel channel = ending.channel();
    turn.end(channel == null ? session
        : session.set(WalletDsl.CHANNEL_ID, channel.id()).set(WalletDsl.TURN, channel.turn()));
  }

  private boolean isCreate() {
    return order.request() instanceof WalletRequest.Create || order.request() instanceof WalletRequest.CreateLedger;
  }

  private @Nullable String ledgerJob() {
    return order.request() instanceof WalletRequest.Create(_, _, _, Funding.Ledger(String ledger)) ? ledger : null;
  }

  private ChannelAt here() {
    WalletRequest request = order.request();
    return new ChannelAt(request.server(), wallets.channels().entry(request.job()).channelId());
  }

  private ObjectNode funding(Funding funding) {
    return switch (funding) {
      case Funding.None() -> Wire.funding("None");
      case Funding.Direct() -> Wire.funding("Direct");
      case Funding.Ledger(String job) ->
        Wire.funding("Ledger").put("ledgerChannelId", wallets.channels().entry(job).channelId());
    };
  }

  private ObjectNode asked() {
    ObjectNode asked = JsonNodeFactory.instance.objectNode().put("server", order.request().server());
    return switch (order.request()) {
      case WalletRequest.CreateLedger create -> asked.put("funding", wallets.ledgerFunding())
          .set("allocations", Wire.allocations(create.params().allocations()));
      case WalletRequest.Create create -> asked.put("funding", create.funding().getClass().getSimpleName())
          .put("ledgerJob", ledgerJob())
          .set("allocations", Wire.allocations(create.params().allocations()));
      case WalletRequest.Update update -> asked.setAll(Wire.update(update.allocations(), update.appData()));
      case WalletRequest.Join _,WalletRequest.Close _,WalletRequest.AwaitStatus _ -> asked;
    };
  }
}
