package history.jepsen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.Keyword;
import us.bpsm.edn.TaggedValue;

/** Values of EDN as trees of JSON, so that nobody else needs to know which of them a history was written in. */
final class EdnTrees {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private EdnTrees() {}

  static JsonNode tree(@Nullable Object value) {
    return switch (value) {
      case null -> NullNode.getInstance();
      case Boolean flag -> JSON.booleanNode(flag);
      case Long number -> number(number);
      case BigInteger number -> JSON.numberNode(number);
      case BigDecimal number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case Keyword keyword -> JSON.textNode(keyword.toString().substring(1));
      case TaggedValue tagged -> tree(tagged.getValue()); // a record is its map
      case Collection<?> all -> array(all);
      case Map<?, ?> map -> object(map);
      default -> JSON.textNode(value.toString());
    };
  }

  /** As small as it fits, as JSON is read. */
  private static JsonNode number(long number) {
    return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
  }

  private static ArrayNode array(Collection<?> all) {
    ArrayNode array = JSON.arrayNode(all.size());
    all.forEach(each -> array.add(tree(each)));
    return array;
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = JSON.objectNode();
    map.forEach((key, value) -> {
      JsonNode name = tree(key);
      object.set(name.isTextual() ? name.textValue() : name.toString(), tree(value));
    });
    return object;
  }
}
