package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two wallets, A and B, that agree at once unless they are told otherwise. */
final class FakeWallets implements WalletClient {

  /** How a question is answered. */
  @FunctionalInterface
  interface Answer {
    CompletionStage<Channel> to(Caller caller, ChannelAt channel);
  }

  /** How long slow answers take. */
  static final Duration A_WHILE = Duration.ofMillis(20);

  /** What was asked, in order: verb, wallet and channel, for example {@code await running B c1}. */
  final List<String> asked = new CopyOnWriteArrayList<>();
  /** What was asked for in the creates, in order. */
  final List<JsonNode> created = new CopyOnWriteArrayList<>();

  private final ConcurrentMap<String, Answer> told = new ConcurrentHashMap<>();
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** From now on, a question is answered so: a verb, or a verb and a wallet, for example {@code await running B}. */
  void on(String question, Answer answer) {
    told.put(question, answer);
  }

  /** From now on, a question fails so. */
  void fail(String question, WalletFailure failure) {
    on(question, (_, _) -> CompletableFuture.failedFuture(failure));
  }

  /** The channel as both wallets now show it, after it has come so far. */
  Channel show(String id, Status status, long turn) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("channelId", id);
    json.put("status", status.wireName()).put("turnNum", turn).putArray("allocations").addObject().put("asset", "0x0");
    var participants = json.putArray("participants");
    participants.addObject().put("participantId", "A");
    participants.addObject().put("participantId", "B");
    Channel channel = Channel.of(json);
    channels.put(id, channel);
    return channel;
  }

  /** The channel as both wallets now show it. */
  Channel shown(String id) {
    Channel channel = channels.get(id);
    return channel == null ? show(id, Status.PROPOSED, 0) : channel;
  }

  /** The channel as it is, a little later. */
  CompletionStage<Channel> later(Caller caller, ChannelAt channel) {
    return afterAWhile(caller, () -> shown(channel.channelId()));
  }

  /** The channel comes so far a little later. */
  Answer slowly(Status status) {
    return (caller, channel) -> afterAWhile(caller, () -> show(channel.channelId(), status, 3));
  }

  private static CompletionStage<Channel> afterAWhile(Caller caller, Supplier<Channel> shown) {
    CompletableFuture<Channel> answer = new CompletableFuture<>();
    caller.loop().schedule(() -> answer.complete(shown.get()), A_WHILE.toNanos(), TimeUnit.NANOSECONDS);
    return answer;
  }

  @Override
  public CompletionStage<Channel> create(Caller caller, String server, JsonNode request) {
    created.add(request);
    ChannelAt channel = new ChannelAt(server, "c" + ids.incrementAndGet());
    return answer("create", caller, channel, () -> show(channel.channelId(), Status.PROPOSED, 0));
  }

  @Override
  public CompletionStage<Channel> join(Caller caller, ChannelAt channel) {
    return answer("join", caller, channel, () -> shown(channel.channelId()));
  }

  @Override
  public CompletionStage<Channel> update(Caller caller, ChannelAt channel, JsonNode change) {
    return answer("update", caller, channel, () -> {
      Channel before = shown(channel.channelId());
      return show(channel.channelId(), before.status(), before.turn() + 1);
    });
  }

  @Override
  public CompletionStage<Channel> close(Caller caller, ChannelAt channel) {
    return answer("close", caller, channel,
        () -> show(channel.channelId(), Status.CLOSING, shown(channel.channelId()).turn()));
  }

  @Override
  public CompletionStage<Channel> await(Caller caller, ChannelAt channel, Milestone milestone, Duration within) {
    String wanted = switch (milestone) {
      case Milestone.Reached reached -> reached.status().wireName();
      case Milestone.Turn _ -> "turn";
    };
    return answer("await " + wanted, caller, channel, () -> {
      Channel before = shown(channel.channelId());
      return milestone instanceof Milestone.Reached(Status status) && !milestone.reached(before)
          ? show(channel.channelId(), status, before.turn())
          : before;
    });
  }

  @Override
  public CompletionStage<Channel> read(Caller caller, ChannelAt channel) {
    return answer("read", caller, channel, () -> shown(channel.channelId()));
  }

  @Override
  public CompletionStage<JsonNode> states(Caller caller, ChannelAt channel) {
    return CompletableFuture.completedFuture(JsonNodeFactory.instance.objectNode());
  }

  @Override
  public Set<String> destinations() {
    return Set.of(WalletBench.PARTICIPANTS.getFirst().destination());
  }

  @Override
  public void close() {
    asked.add("closed");
  }

  private CompletionStage<Channel> answer(String verb, Caller caller, ChannelAt channel, Supplier<Channel> otherwise) {
    String question = verb + " " + channel.server();
    asked.add(question + " " + channel.channelId());
    @Nullable
    Answer answer = told.containsKey(question) ? told.get(question) : told.get(verb);
    return answer == null ? CompletableFuture.completedFuture(otherwise.get()) : answer.to(caller, channel);
  }
}
