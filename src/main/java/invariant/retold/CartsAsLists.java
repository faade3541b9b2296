package invariant.retold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Note;
import history.Operation;
import invariant.checkout.CheckoutKinds;
import invariant.retold.Scribe.Said;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Each cart as a list: putting an item in appends the item's number, and looking at the order reads the list. Only for targets that show what is in
 * an order in the order in which it was put in.
 */
final class CartsAsLists implements Retelling.Teller {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Carts carts = new Carts();
  private final Map<String, IntNode> numbers = new HashMap<>();
  private final Set<String> put = new HashSet<>();

  @Override
  public void see(Note note) {
    carts.see(note);
  }

  @Override
  public void see(Operation operation) {
    carts.see(operation);
    boolean again = operation.kind().equals(CheckoutKinds.ADD_ITEM)
        && !put.add(operation.entity() + " " + operation.asked().path("item").asText());
    if (again) {
      carts.leave(operation.entity());
    }
  }

  @Override
  public Retelling tell() {
    Scribe scribe = new Scribe();
    for (Operation operation : carts.operations()) {
      if (operation.kind().equals(CheckoutKinds.ADD_ITEM)) {
        JsonNode append = mop("append", operation.entity(), number(operation.asked().path("item").asText()));
        scribe.keep(operation, Said.of(operation, "txn", append, append));
      } else {
        ArrayNode shown = JSON.arrayNode();
        Carts.items(operation.answered()).forEach(item -> shown.add(number(item)));
        scribe.keep(operation, Said.of(operation, "txn", mop("r", operation.entity(), NullNode.getInstance()),
            mop("r", operation.entity(), shown)));
      }
    }
    return new Retelling(scribe.entries(), carts.remarks());
  }

  private IntNode number(String item) {
    return numbers.computeIfAbsent(item, _ -> IntNode.valueOf(numbers.size()));
  }

  private static JsonNode mop(String what, String order, JsonNode value) {
    ArrayNode transaction = JSON.arrayNode();
    transaction.addArray().add(what).add(order).add(value);
    return transaction;
  }
}
