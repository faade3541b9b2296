package protocol.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcReply;
import protocol.engine.RpcRequest;
import protocol.engine.RpcResponse;
import protocol.engine.RpcTransport;
import protocol.engine.TransportFailure;

/**
 * The client for wallets that speak docs/wallet-api.md.
 *
 * <p>Users of an event loop share its connections: a channel comes and goes with its user, and a connection for each would use up the
 * machine's ports at some thousand channels per second.
 */
final class HttpWalletClient implements WalletClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOTHING = {};
  /** A wallet may hold a waiting request this long; the connection gets a little longer. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RpcTransport transport;
  private final Map<String, URI> servers;
  private final Duration timeout;

  HttpWalletClient(RpcTransport transport, Map<String, URI> servers, Duration timeout) {
    this.transport = transport;
    this.servers = servers;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<Channel> create(Caller caller, String server, JsonNode request) {
    return post(caller, server, "/channels", request).thenApply(Channel::of);
  }

  @Override
  public CompletionStage<Channel> join(Caller caller, ChannelAt channel) {
    return post(caller, channel.server(), path(channel) + "/join", null).thenApply(Channel::of);
  }

  @Override
  public CompletionStage<Channel> update(Caller caller, ChannelAt channel, JsonNode change) {
    return post(caller, channel.server(), path(channel) + "/update", change).thenApply(Channel::of);
  }

  @Override
  public CompletionStage<Channel> close(Caller caller, ChannelAt channel) {
    return post(caller, channel.server(), path(channel) + "/close", null).thenApply(Channel::of);
  }

  @Override
  public CompletionStage<Channel> await(Caller caller, ChannelAt channel, Milestone milestone, Duration within) {
    String condition = switch (milestone) {
      case Milestone.Reached reached -> "reach=" + reached.status().wireName();
      case Milestone.Turn turn -> "turn=" + turn.number();
    };
    String query = "?" + condition + "&within=" + within.toMillis();
    return get(caller, channel.server(), path(channel) + query, within.plus(GRACE)).thenApply(Channel::of);
  }

  @Override
  public CompletionStage<Channel> read(Caller caller, ChannelAt channel) {
    return get(caller, channel.server(), path(channel), timeout).thenApply(Channel::of);
  }

  @Override
  public CompletionStage<JsonNode> states(Caller caller, ChannelAt channel) {
    return get(caller, channel.server(), path(channel) + "/states", timeout);
  }

  @Override
  public Set<String> destinations() throws IOException {
    return WalletPreflight.destinations(servers.values());
  }

  @Override
  public void close() {
    transport.close();
  }

  private static String path(ChannelAt channel) {
    return "/channels/" + channel.channelId();
  }

  private CompletionStage<JsonNode> get(Caller caller, String server, String path, Duration within) {
    return send(caller, server, new Ask("GET", path, NOTHING, within));
  }

  private CompletionStage<JsonNode> post(Caller caller, String server, String path, @Nullable JsonNode body) {
    try {
      byte[] bytes = body == null ? NOTHING : JSON.writeValueAsBytes(body);
      return send(caller, server, new Ask("POST", path, bytes, timeout));
    } catch (JsonProcessingException e) {
      return CompletableFuture.failedFuture(WalletFailure.refused("invalid", e.getOriginalMessage()));
    }
  }

  private record Ask(String method, String path, byte[] body, Duration within) {}

  private CompletionStage<JsonNode> send(Caller caller, String server, Ask ask) {
    URI home = servers.get(server);
    if (home == null) {
      return CompletableFuture.failedFuture(WalletFailure.refused("invalid", "the target has no wallet of that name"));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    transport.send(new RpcRequest(server, ask.method(), home + ask.path(), ask.body(), ask.within(), caller.loop(),
        RpcRequest.SHARED), new Answer(answer));
    return answer;
  }

  /** Turns what came back into JSON or a failure. */
  private record Answer(CompletableFuture<JsonNode> answer) implements RpcReply {

    @Override
    public void onResponse(RpcResponse response) {
      JsonNode json;
      try {
        json = JSON.readTree(response.body());
      } catch (IOException _) {
        answer.completeExceptionally(WalletFailure.unknown("not-json", "the wallet's answer is not JSON"));
        return;
      }
      if (response.status() / 100 == 2) {
        answer.complete(json);
      } else {
        answer.completeExceptionally(WalletErrors.of(response.status(), json));
      }
    }

    @Override
    public void onFailure(TransportFailure failure) {
      answer.completeExceptionally(WalletErrors.of(failure));
    }
  }
}
