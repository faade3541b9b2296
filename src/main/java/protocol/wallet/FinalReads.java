package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import targets.Capability;

/**
 * Reads every channel at each of its wallets, so many at a time, into the history.
 *
 * <p>Confined to the caller's event loop. A read that fails is in the history as what it is: the judge decides what that means.
 */
final class FinalReads {

  private static final int AT_A_TIME = 32;

  private record Read(String kind, ChannelAt channel) {}

  private final WalletComponents wallets;
  private final Caller caller;
  private final Queue<Read> todo = new ArrayDeque<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private int open;

  FinalReads(WalletComponents wallets, Caller caller) {
    this.wallets = wallets;
    this.caller = caller;
  }

  /** Reads all; the stage completes when the last answer is in, and never fails. */
  CompletionStage<Void> readAll() {
    for (OpenChannels.Entry entry : wallets.channels().all()) {
      for (String server : entry.servers()) {
        ChannelAt channel = new ChannelAt(server, entry.channelId());
        todo.add(new Read("read channel", channel));
        if (wallets.target().capabilities().contains(Capability.STATE_LOG)) {
          todo.add(new Read("read states", channel));
        }
      }
    }
    caller.loop().execute(this::sendMore);
    return done;
  }

  private void sendMore() {
    while (open < AT_A_TIME && !todo.isEmpty()) {
      open++;
      send(todo.remove());
    }
    if (open == 0 && todo.isEmpty()) {
      done.complete(null);
    }
  }

  private void send(Read read) {
    long now = wallets.clock().now();
    Invocation invocation = new Invocation(wallets.nextOperation(), caller.user(), read.kind(),
        read.channel().channelId(), false, now, now, now,
        JsonNodeFactory.instance.objectNode().put("server", read.channel().server()));
    wallets.record(invocation);
    CompletionStage<JsonNode> answer = read.kind().equals("read channel")
        ? wallets.client().read(caller, read.channel()).thenApply(Channel::json)
        : wallets.client().states(caller, read.channel());
    answer.whenComplete((json, failure) -> caller.loop().execute(() -> ended(invocation, json, failure)));
  }

  private void ended(Invocation invocation, @Nullable JsonNode json, @Nullable Throwable failure) {
    Outcome outcome = failure == null ? Outcome.OK : WalletFailure.outcomeOf(failure);
    wallets.record(
        invocation.ended(wallets.clock().now(), List.of(), outcome, json == null ? NullNode.getInstance() : json));
    open--;
    sendMore();
  }
}
