package invariant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A channel between A and B as a wallet shows it: its last state, and how its coins are split. */
record Shown(String id, String status, long turn, long toA, long toB) {

  static final String COIN = "0x" + "0".repeat(40);
  static final String TO_A = "0x" + "0".repeat(24) + "a".repeat(40);
  static final String TO_B = "0x" + "0".repeat(24) + "b".repeat(40);

  Shown at(long otherTurn) {
    return new Shown(id, status, otherTurn, toA, toB);
  }

  Shown split(long otherToA, long otherToB) {
    return new Shown(id, status, turn, otherToA, otherToB);
  }

  Shown status(String other) {
    return new Shown(id, other, turn, toA, toB);
  }

  ObjectNode json() {
    ObjectNode json = state().put("channelId", id).put("kind", "app").put("status", status);
    json.putObject("funding").put("type", "Direct");
    ArrayNode participants = json.putArray("participants");
    participants.addObject().put("participantId", "A");
    participants.addObject().put("participantId", "B");
    return json;
  }

  /** As it stands in a log of states. */
  ObjectNode state() {
    ObjectNode state = JsonNodeFactory.instance.objectNode()
        .put("turnNum", turn)
        .put("isFinal", status.equals("closed"))
        .put("appData", "0x")
        .put("stateHash", "0x" + turn + toA + toB);
    state.set("allocations", allocations());
    return state;
  }

  ArrayNode allocations() {
    ArrayNode allocations = JsonNodeFactory.instance.arrayNode();
    ArrayNode items = allocations.addObject().put("asset", COIN).putArray("allocationItems");
    items.addObject().put("destination", TO_A).put("amount", "0x" + Long.toHexString(toA));
    items.addObject().put("destination", TO_B).put("amount", Long.toString(toB));
    return allocations;
  }
}
