package protocol.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one user asks with one request.
 *
 * @param entity what it is asked about, as the history names it; empty when nothing in particular
 * @param data the request's data, as the history keeps it
 * @param address where the request goes, for a request that is made with {@link Observed#address}; empty for one that knows it by itself
 */
public record Asked(String entity, ObjectNode data, String address) {

  /** Asked about an entity, without data. */
  static Asked about(String entity) {
    return new Asked(entity, JsonNodeFactory.instance.objectNode(), "");
  }

  /** The same with other data. */
  Asked with(ObjectNode other) {
    return new Asked(entity, other, address);
  }
}
