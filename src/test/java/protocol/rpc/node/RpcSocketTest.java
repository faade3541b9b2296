package protocol.rpc.node;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.ProtocolBench;
import protocol.engine.RpcTransport;
import protocol.engine.WsTransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class RpcSocketTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final FakeNode node = new FakeNode();
  private final ProtocolBench bench = new ProtocolBench();
  private final WsTransport transport = bench.sockets();
  private final RpcTransport http = bench.http();
  private final Ears ears = new Ears();

  @AfterEach
  void close() {
    transport.close();
    http.close();
    bench.close();
    node.close();
  }

  private RpcSocket socket(Duration timeout, URI... urls) {
    RpcChain chain = RpcChain.of("one", 1, node.url()).subscribing(urls);
    return new RpcSocket(transport, new Node(chain, http, timeout, ErrorTable.standard()), bench.loop());
  }

  private void onLoop(Runnable task) {
    bench.loop().execute(task);
  }

  private RpcSocket subscribed() {
    return subscribed(DEADLINE);
  }

  private RpcSocket subscribed(Duration timeout) {
    RpcSocket socket = socket(timeout, node.socket());
    onLoop(() -> {
      socket.subscribe("[\"newHeads\"]", ears);
      socket.open();
    });
    return socket;
  }

  @Test
  void bringsWhatTheNodeNotifiesOf() {
    subscribed();
    ears.awaits("subscribed");
    node.push("newHeads", "0x1");
    node.push("logs", "not asked for");
    node.push("newHeads", "0x2");
    ears.awaits("subscribed", "\"0x1\"", "\"0x2\"");
  }

  @Test
  void isOpenedAndSubscribedAgainWhenItBreaks() {
    subscribed();
    ears.awaits("subscribed");
    node.dropSockets();
    ears.awaits("subscribed", "broken", "subscribed");
    node.push("newHeads", "0x1");
    ears.awaits("subscribed", "broken", "subscribed", "\"0x1\"");
  }

  @Test
  void waitsForANodeThatIsNotThereYet() {
    node.die();
    subscribed();
    ears.awaits("broken", "broken");
    node.revive();
    await().atMost(DEADLINE).until(() -> ears.heard.getLast().equals("subscribed"));
  }

  @Test
  void triesTheNextEndpointWhenOneFails() {
    RpcSocket socket = socket(DEADLINE, URI.create("ws://127.0.0.1:1/ws"), node.socket());
    onLoop(() -> {
      socket.subscribe("[\"newHeads\"]", ears);
      socket.open();
    });
    ears.awaits("broken", "subscribed");
  }

  @Test
  void whatTheNodeDoesNotOfferIsRefusedForGood() {
    node.on("eth_subscribe", _ -> new Reply.Error(-32601, "notifications not supported"));
    subscribed();
    ears.awaits("refused unsupported");
    node.dropSockets();
    await().during(Duration.ofMillis(300)).atMost(DEADLINE).until(() -> node.count("eth_subscribe") == 1);
  }

  @Test
  void aNodeThatDoesNotAnswerIsAskedAnew() {
    node.on("eth_subscribe", _ -> new Reply.Silence());
    subscribed(Duration.ofMillis(500));
    await().atMost(DEADLINE).until(() -> ears.heard.contains("broken"));
    await().atMost(DEADLINE).until(() -> node.count("eth_subscribe") >= 2);
  }

  @Test
  void notificationsBeforeTheAnswerAreNotLost() {
    node.on("eth_subscribe", _ -> {
      node.announce("0x77", "newHeads");
      node.push("newHeads", "0x1");
      return new Reply.Result("0x77");
    });
    subscribed();
    ears.awaits("subscribed", "\"0x1\"");
  }

  @Test
  void manyCallsAreUnderWayAtOnce() {
    node.on("slow", _ -> new Reply.Later(Duration.ofMillis(100), new Reply.Result("slow")))
        .answers("fast", "fast")
        .on("never", _ -> new Reply.Silence());
    RpcSocket socket = subscribed();
    ears.awaits("subscribed");
    onLoop(() -> {
      call(socket, 1, "slow");
      call(socket, 2, "fast");
      call(socket, 3, "never");
    });
    ears.awaits("subscribed", "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"fast\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"slow\"}", "TIMEOUT");
  }

  @Test
  void callsEndWithTheConnectionAndAreNotMadeWithoutOne() {
    node.on("never", _ -> new Reply.Silence());
    RpcSocket socket = subscribed();
    ears.awaits("subscribed");
    onLoop(() -> call(socket, 1, "never"));
    await().atMost(DEADLINE).until(() -> node.count("never") == 1);
    node.die();
    await().atMost(DEADLINE).until(() -> ears.heard.contains("CLOSED"));
    onLoop(() -> call(socket, 2, "never"));
    await().atMost(DEADLINE).until(() -> ears.heard.contains("CONNECT"));
  }

  private void call(RpcSocket socket, long id, String method) {
    byte[] body = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":[]}".formatted(id, method)
        .getBytes(StandardCharsets.UTF_8);
    socket.call(id, body, Duration.ofMillis(300), ears);
  }

  @Test
  void isSilentWhenItIsClosed() {
    RpcSocket socket = subscribed();
    ears.awaits("subscribed");
    onLoop(socket::close);
    await().during(Duration.ofMillis(300))
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(ears.heard).containsExactly("subscribed"));
  }
}
