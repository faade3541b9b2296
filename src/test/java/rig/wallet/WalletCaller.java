package rig.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import load.Participant;
import load.Role;
import load.Roles;

import static org.assertj.core.api.Assertions.assertThat;

/** The owner of one wallet, in tests. */
final class WalletCaller {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration DEADLINE = Duration.ofSeconds(70);
  private static final String COIN = "0x" + "0".repeat(40);

  private final URI url;

  WalletCaller(URI url) {
    this.url = url;
  }

  record Answer(int status, JsonNode json) {

    JsonNode is(int expected) {
      assertThat(status).as(json.toString()).isEqualTo(expected);
      return json;
    }

    String error() {
      return json.path("type").asText();
    }
  }

  /** A request body between the roles, the first one opening, with so many wei each. */
  static ObjectNode channel(String kind, List<Role> roles, long each, ObjectNode funding) {
    ObjectNode body = JSON.createObjectNode().put("kind", kind);
    ArrayNode participants = body.putArray("participants");
    roles.stream().map(Role::participant).map(WalletCaller::participant).forEach(participants::add);
    body.set("allocations", allocations(roles, each, each));
    body.put("appDefinition", COIN).put("appData", "0x").put("challengeDuration", 86400);
    body.set("funding", funding);
    return body;
  }

  static ArrayNode allocations(List<Role> roles, long first, long second) {
    ArrayNode allocations = JSON.createArrayNode();
    ArrayNode items = allocations.addObject().put("asset", COIN).putArray("allocationItems");
    items.addObject().put("destination", roles.get(0).destination()).put("amount", Long.toString(first));
    items.addObject().put("destination", roles.get(1).destination()).put("amount", Long.toString(second));
    return allocations;
  }

  static ObjectNode funding(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  static List<Role> roles() {
    return Roles.defaults().list();
  }

  private static ObjectNode participant(Participant participant) {
    return JSON.createObjectNode()
        .put("participantId", participant.participantId())
        .put("signingAddress", participant.signingAddress())
        .put("destination", participant.destination());
  }

  Answer create(ObjectNode body) {
    return post("/channels", body);
  }

  Answer update(String id, String appData) {
    return post("/channels/" + id + "/update", JSON.createObjectNode().put("appData", appData));
  }

  Answer update(String id, String appData, long first, long second) {
    ObjectNode body = JSON.createObjectNode().put("appData", appData);
    body.set("allocations", allocations(roles(), first, second));
    return post("/channels/" + id + "/update", body);
  }

  Answer close(String id) {
    return post("/channels/" + id + "/close", JSON.createObjectNode());
  }

  /** The channel once it has come so far. */
  JsonNode reached(String id, String status) {
    JsonNode channel = get("/channels/" + id + "?reach=" + status + "&within=30000").is(200);
    assertThat(channel.path("status").asText()).as(channel.toString()).isEqualTo(status);
    return channel;
  }

  /** The channel once it has come to that turn. */
  JsonNode turn(String id, long turn) {
    JsonNode channel = get("/channels/" + id + "?turn=" + turn + "&within=30000").is(200);
    assertThat(channel.path("turnNum").asLong()).as(channel.toString()).isGreaterThanOrEqualTo(turn);
    return channel;
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  Answer post(String path, JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = HTTP.send(request.timeout(DEADLINE).build(),
          HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
