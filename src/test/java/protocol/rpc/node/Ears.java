package protocol.rpc.node;

import history.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import protocol.engine.RpcReply;
import protocol.engine.RpcResponse;
import protocol.engine.TransportFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Keeps what it hears. */
final class Ears implements Feed, RpcReply {

  final List<String> heard = new CopyOnWriteArrayList<>();

  @Override
  public void onSubscribed() {
    heard.add("subscribed");
  }

  @Override
  public void onNotification(byte[] message, Envelope envelope, long arrived) {
    heard.add(new String(envelope.result().of(message), StandardCharsets.UTF_8));
  }

  @Override
  public void onBroken(TransportFailure failure) {
    heard.add("broken");
  }

  @Override
  public void onRefused(Outcome outcome) {
    heard.add("refused " + ((Outcome.Refused) outcome).code());
  }

  @Override
  public void onResponse(RpcResponse response) {
    heard.add(response.text());
  }

  @Override
  public void onFailure(TransportFailure failure) {
    heard.add(failure.kind().name());
  }

  void awaits(String... words) {
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(heard).containsExactly(words));
  }
}
