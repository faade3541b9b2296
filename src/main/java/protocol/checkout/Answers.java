package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The services' answers as the history keeps them; each method throws {@link IllegalArgumentException} for one that is not what it should be. */
final class Answers {

  private Answers() {}

  /** The id of what was created. */
  static JsonNode created(JsonNode answer, String idField, String name) {
    return object().put(name, id(answer, idField));
  }

  /** What a call that finds something answers. */
  static JsonNode found(Call find, JsonNode answer) {
    return switch (find) {
      case FIND_ITEM -> item(answer);
      case FIND_USER -> user(answer);
      case FIND_ORDER -> order(answer);
      default -> throw new IllegalArgumentException(find.kind() + " finds nothing");
    };
  }

  /** An item. */
  static JsonNode item(JsonNode answer) {
    return object().put("stock", whole(answer, "stock")).put("price", whole(answer, "price"));
  }

  /** A user. */
  static JsonNode user(JsonNode answer) {
    return object().put("credit", whole(answer, "credit"));
  }

  /** An order, each item of it once: a dialect has pairs of item and quantity, the others have each unit for itself. */
  static JsonNode order(JsonNode answer) {
    if (!answer.path("paid").isBoolean()) {
      throw wrong("paid");
    }
    if (!answer.path("items").isArray()) {
      throw wrong("items");
    }
    Map<String, Long> quantities = new LinkedHashMap<>();
    for (JsonNode line : answer.path("items")) {
      if (line.isArray()) {
        quantities.merge(id(line.path(0), "items"), whole(line.path(1), "items"), Long::sum);
      } else {
        quantities.merge(id(line, "items"), 1L, Long::sum);
      }
    }
    ObjectNode order = object().put("user", id(answer, "user_id"))
        .put("paid", answer.path("paid").booleanValue())
        .put("total", whole(answer, "total_cost"));
    ArrayNode items = order.putArray("items");
    quantities.forEach((item, quantity) -> items.addArray().add(item).add(quantity));
    return order;
  }

  private static String id(JsonNode parent, String field) {
    JsonNode id = parent.isObject() ? parent.path(field) : parent;
    if (!id.isTextual() && !id.isIntegralNumber() || id.asText().isEmpty()) {
      throw wrong(field);
    }
    return id.asText();
  }

  /** Some services answer with 5.0 for 5. */
  private static long whole(JsonNode parent, String field) {
    JsonNode number = parent.isObject() ? parent.path(field) : parent;
    if (!number.isNumber() || number.doubleValue() != Math.rint(number.doubleValue())) {
      throw wrong(field);
    }
    return number.longValue();
  }

  private static IllegalArgumentException wrong(String field) {
    return new IllegalArgumentException(field + " is missing, or not what it should be");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
