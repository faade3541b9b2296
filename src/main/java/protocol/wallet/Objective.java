package protocol.wallet;

import history.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import load.Funding;
import org.jspecify.annotations.Nullable;
import protocol.wallet.WalletOperation.Order;

import static java.util.concurrent.CompletableFuture.completedFuture;

/**
 * From a wallet's yes to the agreement of all who take part.
 *
 * <p>Phases, in order: {@code call}; with direct funding {@code deposited} and {@code funded} at the opening and {@code finalized} and
 * {@code paid} at the close, each from the end of the one before; then {@code objective}, from the start of the call. Confined to the user's event loop.
 */
final class Objective {

  /** One waiting request lasts at most this long; then the wallet is asked again. */
  private static final Duration ONE_WAIT = Duration.ofSeconds(15);
  /** So long after a failure the wallet is asked again. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final WalletComponents wallets;
  private final Caller caller;
  private final WalletRequest request;
  private final boolean measured;
  private final long started;
  private final List<Phase> phases = new ArrayList<>(4);
  private @Nullable Channel accepted;

  /** The objective of a request that was sent at the given time, nanoseconds since zero. */
  Objective(WalletComponents wallets, Caller caller, Order order, long started) {
    this.wallets = wallets;
    this.caller = caller;
    this.request = order.request();
    this.measured = order.measured();
    this.started = started;
  }

  /** The phases that have ended; {@code call} ends now when it has not. */
  List<Phase> phases() {
    if (phases.isEmpty()) {
      phases.add(new Phase("call", started, now()));
    }
    return List.copyOf(phases);
  }

  /** The channel as the wallet has accepted it, once it has. */
  @Nullable
  Channel accepted() {
    return accepted;
  }

  /** Waits for the agreement on a channel that a wallet has accepted. */
  CompletionStage<Channel> reached(Channel channel) {
    accepted = channel;
    phases.add(new Phase("call", started, now()));
    return agreement(channel)
        .exceptionallyCompose(thrown -> CompletableFuture.failedFuture(WalletFailure.afterAcceptance(thrown)));
  }

  private CompletionStage<Channel> agreement(Channel channel) {
    return switch (request) {
      case WalletRequest.CreateLedger _ -> open(channel, !wallets.ledgerFunding().equals("None"));
      case WalletRequest.Create create -> open(channel, create.funding() instanceof Funding.Direct);
      case WalletRequest.Join _ -> agree(channel, new Milestone.Reached(Status.RUNNING));
      case WalletRequest.Update _ -> agree(channel, new Milestone.Turn(channel.turn()));
      case WalletRequest.Close _ -> close(channel);
      case WalletRequest.AwaitStatus await -> reach(here(channel), new Milestone.Reached(await.status()));
    };
  }

  private CompletionStage<Channel> open(Channel channel, boolean onChain) {
    List<String> servers = wallets.serversOf(channel, request.server());
    wallets.channels().accepted(new OpenChannels.Entry(request.job(), channel.id(), servers, onChain, measured));
    CompletionStage<Channel> funded = onChain ? step(channel, Status.DEPOSITED, "deposited")
        .thenCompose(deposited -> step(deposited, Status.FUNDED, "funded")) : completedFuture(channel);
    return funded.thenCompose(seen -> agree(seen, new Milestone.Reached(Status.RUNNING))).thenApply(running -> {
      wallets.channels().opened(request.job(), new OpenChannels.Opening(now(), null));
      return running;
    });
  }

  private CompletionStage<Channel> close(Channel channel) {
    CompletionStage<Channel> paid = wallets.channels().entry(request.job()).onChain()
        ? step(channel, Status.FINALIZED, "finalized").thenCompose(last -> step(last, Status.CLOSED, "paid"))
        : completedFuture(channel);
    return paid.thenCompose(seen -> agree(seen, new Milestone.Reached(Status.CLOSED)));
  }

  /** One step of a channel with money on chain, as the wallet that was asked sees it; passed at once when it has been seen already. */
  private CompletionStage<Channel> step(Channel channel, Status status, String name) {
    long from = phases.getLast().ended();
    return agreed(request.server(), channel, new Milestone.Reached(status)).thenApply(seen -> {
      phases.add(new Phase(name, from, now()));
      return seen;
    });
  }

  private CompletionStage<Channel> agree(Channel channel, Milestone milestone) {
    List<CompletableFuture<Channel>> all = wallets.serversOf(channel, request.server())
        .stream()
        .map(server -> agreed(server, channel, milestone).toCompletableFuture())
        .toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).thenApply(_ -> {
      phases.add(new Phase("objective", started, now()));
      return all.getFirst().join();
    });
  }

  /** The wallet that was asked has often got there with its answer: then it is not asked again. */
  private CompletionStage<Channel> agreed(String server, Channel answered, Milestone milestone) {
    return server.equals(request.server()) && milestone.reached(answered) ? completedFuture(answered)
        : reach(new ChannelAt(server, answered.id()), milestone);
  }

  private CompletionStage<Channel> reach(ChannelAt channel, Milestone milestone) {
    return reach(channel, milestone, WalletFailure.unknown("stuck", "accepted, but the wallets do not agree"));
  }

  /** Asks until patience ends; then it ends with the last failure. */
  private CompletionStage<Channel> reach(ChannelAt channel, Milestone milestone, Throwable last) {
    long left = left();
    if (left <= 0) {
      return CompletableFuture.failedFuture(last);
    }
    Duration within = Duration.ofNanos(Math.min(left, ONE_WAIT.toNanos()));
    return wallets.client().await(caller, channel, milestone, within).handle((seen, failure) -> {
      if (failure != null) { // a peer may not have heard of the channel yet, or may be restarting
        return paused().thenCompose(_ -> reach(channel, milestone, failure));
      }
      return milestone.reached(seen) ? completedFuture(seen) : reach(channel, milestone, last);
    }).thenCompose(Function.identity());
  }

  private CompletionStage<Void> paused() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    caller.loop().schedule(() -> over.complete(null), Math.min(PAUSE.toNanos(), left()), TimeUnit.NANOSECONDS);
    return over;
  }

  /** What is left of the patience, in nanoseconds; negative when it is over. */
  private long left() {
    return started + wallets.settings().patience().toNanos() - now();
  }

  private ChannelAt here(Channel channel) {
    return new ChannelAt(request.server(), channel.id());
  }

  private long now() {
    return wallets.clock().now();
  }
}
