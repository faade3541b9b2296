package invariant.retold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import history.Note;
import history.Operation;
import history.jepsen.Entry.Type;
import invariant.checkout.CheckoutKinds;
import invariant.retold.Scribe.Said;
import java.util.ArrayList;
import java.util.List;

/** All carts as one set: its elements are pairs of order and item, and it is read once, in the end. */
final class CartsAsSet implements Retelling.Teller {

  private final Carts carts = new Carts();

  @Override
  public void see(Note note) {
    carts.see(note);
  }

  @Override
  public void see(Operation operation) {
    carts.see(operation);
  }

  @Override
  public Retelling tell() {
    Scribe scribe = new Scribe();
    long end = 0;
    for (Operation operation : carts.operations()) {
      end = Math.max(end, operation.ended());
      if (operation.kind().equals(CheckoutKinds.ADD_ITEM)) {
        JsonNode element = element(operation.entity(), operation.asked().path("item").asText());
        scribe.keep(operation, Said.of(operation, "add", element, element));
      }
    }
    List<String> remarks = new ArrayList<>(carts.remarks());
    if (carts.operations().isEmpty()) {
      return new Retelling(List.of(), remarks);
    }
    boolean isFinal = carts.isFinal();
    if (!isFinal) {
      remarks.add("the last read is unknown: not every order was read when all was at rest");
    }
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    carts.last().forEach(read -> Carts.items(read.answered()).forEach(item -> shown.add(element(read.entity(), item))));
    scribe.keep(new Said("read", NullNode.getInstance(), isFinal ? Type.OK : Type.INFO,
        isFinal ? shown : NullNode.getInstance()), end + 1, end + 2);
    return new Retelling(scribe.entries(), remarks);
  }

  private static JsonNode element(String order, String item) {
    return TextNode.valueOf(order + " " + item);
  }
}
