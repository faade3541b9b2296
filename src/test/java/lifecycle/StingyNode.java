package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A node in front of another that takes only so many transactions with a certain call in half a second, and has no room for more. */
final class StingyNode implements AutoCloseable {

  private static final long WINDOW = Duration.ofMillis(500).toNanos();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Relay relay;
  private final String call;
  private final int most;
  private long began = System.nanoTime();
  private int taken;

  /**
   * Starts it on a free port.
   *
   * @param call hex that is found in the transactions it is stingy with
   * @param most how many of them it takes in half a second
   */
  StingyNode(URI node, String call, int most) throws IOException {
    this.call = call;
    this.most = most;
    this.relay = new Relay(node, this::answer);
  }

  URI url() {
    return relay.url();
  }

  private byte[] answer(byte[] asked, Relay behind) throws IOException {
    return refuses(asked) ? refusal(asked) : behind.ask(asked);
  }

  private synchronized boolean refuses(byte[] asked) {
    String text = new String(asked, StandardCharsets.UTF_8);
    if (!text.contains("eth_sendRawTransaction") || !text.contains(call)) {
      return false;
    }
    long now = System.nanoTime();
    if (now - began > WINDOW) {
      began = now;
      taken = 0;
    }
    return ++taken > most;
  }

  private static byte[] refusal(byte[] asked) throws IOException {
    JsonNode id = JSON.readTree(asked).path("id");
    return ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32000,\"message\":\"txpool is full\"}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    relay.close();
  }
}
