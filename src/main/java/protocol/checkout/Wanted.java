package protocol.checkout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What one user wants.
 *
 * @param entity what it is about: an item, a user or an order; empty when it is about to be created
 * @param data as the history keeps it
 * @param arguments of the path, in order
 */
record Wanted(String entity, ObjectNode data, List<String> arguments) {

  /** No data yet. */
  static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
