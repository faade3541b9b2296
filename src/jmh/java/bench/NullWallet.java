package bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A wallet that agrees to everything at once: to see the injector alone.
 *
 * <p>Started with the file into which its target is written; every channel it shows has reached everything one can wait for.
 */
public final class NullWallet {

  private static final int FAR = 1_000_000_000;

  private NullWallet() {}

  /** Serves until it is killed. */
  public static void main(String[] arguments) throws IOException {
    byte[] channel = channel();
    WebServer server = WebServer.builder()
        .host("127.0.0.1")
        .routing(routing -> routing
            .any((_, response) -> response.header(HeaderNames.CONTENT_TYPE, "application/json").send(channel)))
        .build()
        .start();
    String url = "http://127.0.0.1:" + server.port();
    Files.writeString(Path.of(arguments[0]), """
        system = wallet
        endpoints = [ { role = A, url = "%s" }, { role = B, url = "%s" } ]
        """.formatted(url, url));
  }

  private static byte[] channel() throws IOException {
    ObjectNode channel = new ObjectMapper().createObjectNode()
        .put("channelId", "0x" + "1".repeat(64))
        .put("status", "closed")
        .put("turnNum", FAR)
        .put("signingAddress", "0x" + "0".repeat(40));
    channel.putArray("participants");
    channel.putArray("states");
    return new ObjectMapper().writeValueAsBytes(channel);
  }
}
