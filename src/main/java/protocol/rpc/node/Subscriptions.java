package protocol.rpc.node;

import history.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcReply;
import protocol.engine.RpcResponse;
import protocol.engine.TransportFailure;

/** The subscriptions of one {@link RpcSocket}. */
final class Subscriptions {

  /** A node may notify before it has told the subscription's id: so many are kept until it has. */
  private static final int EARLY = 1_024;

  private final RpcSocket socket;
  private final Replies replies;
  private final List<Subscription> all = new ArrayList<>();
  private final Map<String, Subscription> byId = new HashMap<>();
  private final Queue<Early> early = new ArrayDeque<>();

  private record Early(byte[] message, Envelope envelope, long arrived) {}

  Subscriptions(RpcSocket socket, Replies replies) {
    this.socket = socket;
    this.replies = replies;
  }

  /** Subscribes now, when the socket is open, and whenever it is opened; the result ends that. */
  Runnable add(String params, Feed feed) {
    Subscription subscription = new Subscription(params, feed);
    all.add(subscription);
    if (socket.isOpen()) {
      subscription.ask();
    }
    return () -> {
      all.remove(subscription);
      subscription.end();
    };
  }

  /** The socket is open. */
  void takeUp() {
    all.forEach(Subscription::ask);
  }

  /** The socket is not open any more, or not yet. */
  void broken(TransportFailure failure) {
    byId.clear();
    early.clear();
    List.copyOf(all).forEach(subscription -> {
      subscription.id = null;
      subscription.feed.onBroken(failure);
    });
  }

  void deliver(byte[] message, Envelope envelope, long arrived) {
    Subscription subscription = byId.get(envelope.subscription());
    if (subscription != null) {
      subscription.feed.onNotification(message, envelope, arrived);
    } else if (early.size() < EARLY && byId.size() < all.size()) {
      early.add(new Early(message, envelope, arrived));
    }
  }

  private static String unquoted(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  /** One subscription, from connection to connection. */
  private final class Subscription implements RpcReply {

    private final String params;
    private final Feed feed;
    private @Nullable String id;
    private long asked;

    Subscription(String params, Feed feed) {
      this.params = params;
      this.feed = feed;
    }

    void ask() {
      asked = socket.nextId();
      send(asked, "eth_subscribe", params, this);
    }

    @Override
    public void onResponse(RpcResponse response) {
      Question.Meaning<Envelope> meaning = replies.one(response, asked, false);
      Envelope envelope = meaning.value();
      if (meaning.outcome() instanceof Outcome.Ok && envelope != null) {
        take(unquoted(envelope.result().of(response.body())));
      } else {
        all.remove(this);
        feed.onRefused(meaning.outcome());
      }
    }

    private void take(String given) {
      id = given;
      if (!all.contains(this)) { // ended in the meantime
        end();
        return;
      }
      byId.put(given, this);
      feed.onSubscribed();
      List<Early> waiting = List.copyOf(early);
      early.clear();
      waiting.forEach(one -> deliver(one.message(), one.envelope(), one.arrived()));
    }

    @Override
    public void onFailure(TransportFailure failure) {
      if (failure.kind() == TransportFailure.Kind.TIMEOUT) { // it is open, but nobody seems to be there
        socket.reset();
      }
    }

    void end() {
      String given = id;
      id = null;
      if (given != null) {
        byId.remove(given);
        if (socket.isOpen()) {
          send(socket.nextId(), "eth_unsubscribe", "[\"" + given + "\"]", new Nobody());
        }
      }
    }

    private void send(long request, String method, String parameters, RpcReply reply) {
      String body = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(request, method,
          parameters);
      socket.call(request, body.getBytes(StandardCharsets.UTF_8), socket.timeout(), reply);
    }
  }

  /** Does not care. */
  private record Nobody() implements RpcReply {

    @Override
    public void onResponse(RpcResponse response) {}

    @Override
    public void onFailure(TransportFailure failure) {}
  }
}
