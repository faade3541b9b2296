package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.function.BiConsumer;

/** Stands before a node, and may change what it answers. */
final class LyingNode implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BiConsumer<String, ObjectNode> lie;
  private final Relay relay;

  /**
   * Begins to listen.
   *
   * @param node whose answers they are
   * @param lie is given each method that is asked for, and the answer, to change it
   */
  LyingNode(URI node, BiConsumer<String, ObjectNode> lie) throws IOException {
    this.lie = lie;
    this.relay = new Relay(node, this::answer);
  }

  URI url() {
    return relay.url();
  }

  private byte[] answer(byte[] question, Relay behind) throws IOException {
    JsonNode answer = JSON.readTree(behind.ask(question));
    if (answer instanceof ObjectNode single) {
      lie.accept(JSON.readTree(question).path("method").asText(), single);
    }
    return JSON.writeValueAsBytes(answer);
  }

  @Override
  public void close() {
    relay.close();
  }
}
