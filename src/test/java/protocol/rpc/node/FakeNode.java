package protocol.rpc.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A node on loopback that does what a test tells it, over HTTP and, below {@code /ws}, over WebSocket. */
public final class FakeNode implements AutoCloseable {

  private static final Reply UNKNOWN = new Reply.Error(-32601, "the method does not exist/is not available");

  /** What was asked, in order. */
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  private final Map<String, Function<JsonNode, Reply>> script = new ConcurrentHashMap<>();
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final AtomicInteger lastSubscription = new AtomicInteger();
  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final int port;
  private @Nullable Channel listening;

  /** One request. */
  public record Asked(String method, JsonNode params) {}

  private record Subscription(Channel channel, String kind) {}

  public FakeNode() {
    listening = listen(0);
    port = ((InetSocketAddress) listening.localAddress()).getPort();
    on("eth_unsubscribe", params -> new Reply.Result(subscriptions.remove(params.get(0).asText()) != null));
  }

  /** A subscription of this id, on all WebSockets, though nobody was told of it yet. */
  public void announce(String id, String kind) {
    sockets.forEach(channel -> subscriptions.put(id, new Subscription(channel, kind)));
  }

  private Channel listen(int at) {
    return new ServerBootstrap().group(loops)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childHandler(new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel channel) {
            connections.add(channel);
            channel.pipeline()
                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 24),
                    new WebSocketServerProtocolHandler("/ws"), new FakeNodeHandler(FakeNode.this));
          }
        })
        .bind(InetAddress.getLoopbackAddress(), at)
        .syncUninterruptibly()
        .channel();
  }

  /** From now on, requests of this method are done so. */
  public FakeNode on(String method, Function<JsonNode, Reply> reply) {
    script.put(method, reply);
    return this;
  }

  /** From now on, requests of this method have this result. */
  public FakeNode answers(String method, @Nullable Object result) {
    return on(method, _ -> new Reply.Result(result));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public URI socket() {
    return URI.create("ws://127.0.0.1:" + port + "/ws");
  }

  /** How often a method was asked for. */
  public long count(String method) {
    return asked.stream().filter(one -> one.method().equals(method)).count();
  }

  /** How many subscriptions of a kind there are. */
  public long subscribers(String kind) {
    return subscriptions.values().stream().filter(one -> one.kind().equals(kind)).count();
  }

  /** Notifies all subscriptions of a kind. */
  public void push(String kind, Object result) {
    subscriptions.forEach((id, subscription) -> {
      if (subscription.kind().equals(kind)) {
        var notification = Reply.JSON.createObjectNode().put("jsonrpc", "2.0").put("method", "eth_subscription");
        notification.putObject("params").put("subscription", id).set("result", Reply.JSON.valueToTree(result));
        subscription.channel().writeAndFlush(new TextWebSocketFrame(notification.toString()));
      }
    });
  }

  /** Breaks all WebSockets, and HTTP goes on. */
  public void dropSockets() {
    subscriptions.clear();
    sockets.close().awaitUninterruptibly();
  }

  /** Is gone: nobody listens, and all connections are broken. */
  public void die() {
    Channel open = listening;
    listening = null;
    if (open != null) {
      open.close().syncUninterruptibly();
    }
    subscriptions.clear();
    connections.close().awaitUninterruptibly();
  }

  /** Is there again, at the same port. */
  public void revive() {
    listening = listen(port);
  }

  @Override
  public void close() {
    die();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
  }

  /** What is done with a request that came over a connection. */
  Reply reply(JsonNode request, Channel channel, boolean socket) {
    String method = request.path("method").asText();
    JsonNode params = request.path("params");
    asked.add(new Asked(method, params));
    Function<JsonNode, Reply> scripted = script.get(method);
    if (scripted != null) {
      return scripted.apply(params);
    }
    if (socket && method.equals("eth_subscribe")) {
      String id = "0x" + Integer.toHexString(lastSubscription.incrementAndGet());
      subscriptions.put(id, new Subscription(channel, params.get(0).asText()));
      return new Reply.Result(id);
    }
    return UNKNOWN;
  }

  void opened(Channel socket) {
    sockets.add(socket);
  }
}
