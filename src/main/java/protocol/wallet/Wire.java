package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import load.Allocation;
import load.ChannelParams;
import load.Participant;

/** Requests in the words of docs/wallet-api.md. */
final class Wire {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Wire() {}

  /** The body that opens a channel. */
  static ObjectNode create(String kind, ChannelParams params, ObjectNode funding) {
    ObjectNode body = JSON.objectNode();
    body.put("kind", kind);
    ArrayNode participants = body.putArray("participants");
    params.participants().forEach(participant -> participants.add(participant(participant)));
    body.set("allocations", allocations(params.allocations()));
    body.put("appDefinition", params.appDefinition());
    body.put("appData", params.appData());
    body.put("challengeDuration", params.challengeDuration());
    body.set("funding", funding);
    return body;
  }

  /** The body that moves a channel to its next turn. */
  static ObjectNode update(List<Allocation> allocations, String appData) {
    ObjectNode body = JSON.objectNode();
    if (!allocations.isEmpty()) {
      body.set("allocations", allocations(allocations));
    }
    body.put("appData", appData);
    return body;
  }

  /** A funding strategy without a ledger. */
  static ObjectNode funding(String type) {
    return JSON.objectNode().put("type", type);
  }

  /** Outcomes, as the wallets and the history spell them. */
  static JsonNode allocations(List<Allocation> allocations) {
    ArrayNode array = JSON.arrayNode(allocations.size());
    for (Allocation allocation : allocations) {
      ObjectNode entry = array.addObject().put("asset", allocation.asset());
      ArrayNode items = entry.putArray("allocationItems");
      allocation.items()
          .forEach(item -> items.addObject()
              .put("destination", item.destination())
              .put("amount", "0x" + item.amount().toString(16)));
    }
    return array;
  }

  private static ObjectNode participant(Participant participant) {
    return JSON.objectNode()
        .put("participantId", participant.participantId())
        .put("signingAddress", participant.signingAddress())
        .put("destination", participant.destination());
  }
}
