package bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import load.Role;
import load.Roles;

/**
 * Two wallets that agree to everything at once and remember nothing: to see the injector alone.
 *
 * <p>What they show is as large as what a wallet shows; every channel has reached all that one can wait for.
 */
public final class NullWallet {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FAR = 1_000_000_000;
  private static final int ID_DIGITS = 64;
  private static final String ID = "0x" + "0".repeat(ID_DIGITS);

  private final Role role;
  private final String before;
  private final String after;
  private final AtomicLong created = new AtomicLong();

  private NullWallet(Role role) throws IOException {
    this.role = role;
    String channel = JSON.writeValueAsString(channel(role));
    int id = channel.indexOf(ID);
    this.before = channel.substring(0, id);
    this.after = channel.substring(id + ID.length());
  }

  /** Serves until it is killed; the argument is the file into which the target is written. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder target = new StringBuilder("system = wallet\nendpoints {\n");
    for (Role role : Roles.defaults().list()) {
      int port = new NullWallet(role).serve();
      target.append("  %s { url = \"http://127.0.0.1:%d\" }\n".formatted(role.id(), port));
    }
    Path part = Path.of(arguments[0] + ".part");
    Files.writeString(part, target.append("}\n"));
    Files.move(part, Path.of(arguments[0]));
  }

  private int serve() {
    return WebServer.builder().host("127.0.0.1").routing(this::route).build().start().port();
  }

  private void route(HttpRouting.Builder routing) {
    routing
        .get("/",
            (_, response) -> send(response,
                "{\"role\":\"%s\",\"signingAddress\":\"%s\"}".formatted(role.id(), role.signingAddress())))
        .post("/channels", (_, response) -> send(response, before + nextId() + after))
        .any((request, response) -> send(response, before + idIn(request.path().path()) + after));
  }

  /** No two wallets give the same. */
  private String nextId() {
    return "0x%s%063x".formatted(role.id().toLowerCase(Locale.ROOT), created.incrementAndGet());
  }

  /** Of {@code /channels/ID} and whatever is below it. */
  private static String idIn(String path) {
    int from = path.indexOf("0x");
    return path.substring(from, from + ID.length());
  }

  private static void send(ServerResponse response, String json) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json").send(json.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode channel(Role role) {
    ObjectNode channel = JSON.createObjectNode().put("channelId", ID).put("kind", "app");
    channel.putObject("funding").put("type", "None");
    channel.put("role", role.id()).put("status", "closed").put("turnNum", FAR).put("isFinal", true);
    ArrayNode items = channel.putArray("allocations")
        .addObject()
        .put("asset", "0x" + "0".repeat(40))
        .putArray("allocationItems");
    ArrayNode participants = channel.putArray("participants");
    for (Role each : Roles.defaults().list()) {
      items.addObject().put("destination", each.destination()).put("amount", "0x64");
      participants.addObject()
          .put("participantId", each.id())
          .put("signingAddress", each.signingAddress())
          .put("destination", each.destination());
    }
    return channel.put("appData", "0x").put("stateHash", ID.replace('0', '1')).put("challengeDuration", 86_400);
  }
}
