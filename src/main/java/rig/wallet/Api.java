package rig.wallet;

import io.helidon.common.uri.UriQuery;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Refusal;
import rig.wallet.wire.ChannelBody;
import rig.wallet.wire.CreateBody;
import rig.wallet.wire.Json;
import rig.wallet.wire.TurnBody;
import rig.wallet.wire.UpdateBody;

/** The routes of docs/wallet-api.md for the owner. */
final class Api {

  private static final int MOST_CHANNELS = 1_000;
  private static final long LONGEST_WAIT_MILLIS = 60_000;

  private record ChannelList(List<ChannelBody> channels) {}

  private record StateList(List<TurnBody> states) {}

  /** One request of the owner about one channel. */
  @FunctionalInterface
  private interface Ask {
    Channel about(String channelId, byte[] body) throws Refusal;
  }

  private final Supplier<Wallet> wallet;

  /** Routes to a wallet that is there when it is open, and throws {@link ClosedException} else. */
  Api(Supplier<Wallet> wallet) {
    this.wallet = wallet;
  }

  void route(HttpRouting.Builder routing) {
    Answers.failures(routing);
    routing.get("/", (_, response) -> Answers.json(response, Status.OK_200, wallet.get().identity()))
        .post("/channels", this::create)
        .get("/channels", this::list)
        .get("/channels/{id}", this::read)
        .get("/channels/{id}/states", this::states);
    post(routing, "join", Status.OK_200, (id, _) -> wallet.get().owner().join(id));
    post(routing, "update", Status.OK_200,
        (id, body) -> wallet.get().owner().update(id, Json.read(body, UpdateBody.class)));
    post(routing, "close", Status.ACCEPTED_202, (id, _) -> wallet.get().owner().close(id));
    post(routing, "sync", Status.OK_200, (id, _) -> wallet.get().owner().sync(id));
    post(routing, "challenge", Status.ACCEPTED_202, (id, _) -> wallet.get().owner().challenge(id));
  }

  private void post(HttpRouting.Builder routing, String verb, Status status, Ask ask) {
    routing.post("/channels/{id}/" + verb, (request, response) -> {
      Channel channel = ask.about(id(request), Answers.body(request));
      Answers.json(response, status, ChannelBody.of(channel));
    });
  }

  private void create(ServerRequest request, ServerResponse response) throws Refusal {
    CreateBody body = Json.read(Answers.body(request), CreateBody.class);
    Answers.json(response, Status.CREATED_201, ChannelBody.of(wallet.get().owner().create(body)));
  }

  private void list(ServerRequest request, ServerResponse response) throws Refusal {
    String after = request.query().first("after").orElse("");
    int limit = (int) number(request.query(), "limit", MOST_CHANNELS, MOST_CHANNELS);
    List<Channel> channels = wallet.get().channels().page(after, limit);
    Answers.json(response, Status.OK_200, new ChannelList(channels.stream().map(wallet.get().views()::of).toList()));
  }

  private void read(ServerRequest request, ServerResponse response) throws Refusal {
    Optional<Predicate<Channel>> condition = condition(request.query());
    if (condition.isPresent()) {
      Duration within = Duration.ofMillis(number(request.query(), "within", 0, LONGEST_WAIT_MILLIS));
      Channel channel = wallet.get().channels().await(id(request), condition.get(), within);
      Answers.json(response, Status.OK_200, ChannelBody.of(channel));
    } else {
      Channel channel = wallet.get().channels().get(id(request));
      Answers.json(response, Status.OK_200, wallet.get().views().of(channel));
    }
  }

  private void states(ServerRequest request, ServerResponse response) throws Refusal {
    Channel channel = wallet.get().channels().get(id(request));
    List<TurnBody> states = wallet.get()
        .channels()
        .states(id(request))
        .stream()
        .filter(turn -> turn.number() <= channel.supported().number())
        .map(TurnBody::of)
        .toList();
    Answers.json(response, Status.OK_200, new StateList(states));
  }

  private static Optional<Predicate<Channel>> condition(UriQuery query) throws Refusal {
    if (query.contains("turn")) {
      long turn = number(query, "turn", 0, Long.MAX_VALUE);
      return Optional.of(channel -> channel.supported().number() >= turn);
    }
    if (query.contains("reach")) {
      var status = status(query.get("reach"));
      return Optional.of(channel -> channel.status().compareTo(status) >= 0);
    }
    return Optional.empty();
  }

  private static rig.wallet.channel.Status status(String name) throws Refusal {
    try {
      return rig.wallet.channel.Status.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Reason.INVALID, "reach is " + name + ", which is not a status");
    }
  }

  private static long number(UriQuery query, String name, long absent, long most) throws Refusal {
    String digits = query.first(name).orElse(Long.toString(absent));
    if (!digits.matches("[0-9]{1,18}")) {
      throw new Refusal(Refusal.Reason.INVALID, name + " is " + digits + ", not a number from 0 to " + most);
    }
    return Math.min(Long.parseLong(digits), most);
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id").toLowerCase(Locale.ROOT);
  }
}
