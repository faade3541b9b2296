package invariant.retold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Note;
import history.Operation;
import history.jepsen.Entry.Type;
import invariant.checkout.CheckoutKinds;
import invariant.retold.Scribe.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checkouts as transfers, of money from users to what was paid, and of goods from the shelves to what was handed over.
 *
 * <p>A checkout lowers both sides by the value sold, so credit and stock together are no constant; but credit and the value of paid orders are, and
 * so are the stock's value and the value of paid orders. The first read shows all as it was given. The second one shows what became of the money,
 * with the goods as they were; the third one what became of the goods, with the money as it was. So an error in one is not made up for by an error
 * in the other.
 */
final class CheckoutsAsBank implements Retelling.Teller {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PAID = "paid";
  private static final String HANDED_OVER = "handed over";

  private final Holdings users = new Holdings("user");
  private final Holdings items = new Holdings("item");
  private final Sold sold = new Sold();
  private final List<Operation> checkouts = new ArrayList<>();
  private boolean settled;

  @Override
  public void see(Note note) {
    if (note.name().equals("settled")) {
      settled = note.value().path("complete").asBoolean();
    }
  }

  @Override
  public void see(Operation operation) {
    JsonNode asked = operation.asked();
    switch (operation.kind()) {
      case CheckoutKinds.ADD_FUNDS -> users.give(operation, asked.path("amount").asLong());
      case CheckoutKinds.ADD_STOCK -> items.give(operation, asked.path("amount").asLong());
      case CheckoutKinds.SUBTRACT_STOCK -> items.give(operation, -asked.path("amount").asLong());
      case CheckoutKinds.CHECKOUT -> {
        checkouts.add(operation);
        sold.checkedOut(operation);
      }
      case CheckoutKinds.READ_USER -> users.read(operation, operation.answered().path("credit").asLong());
      case CheckoutKinds.READ_ITEM -> {
        items.read(operation, operation.answered().path("stock").asLong());
        if (operation.ok()) {
          sold.price(operation.entity(), operation.answered().path("price").asLong());
        }
      }
      case CheckoutKinds.READ_ORDER -> sold.read(operation);
      default -> {
        if (operation.ok()) {
          created(operation.kind(), asked, operation.answered());
        }
      }
    }
  }

  private void created(String kind, JsonNode asked, JsonNode answered) {
    switch (kind) {
      case CheckoutKinds.CREATE_USER -> users.know(answered.path("user").asText());
      case CheckoutKinds.CREATE_ITEM -> items.know(answered.path("item").asText());
      case CheckoutKinds.CREATE_ORDER -> sold.created(answered.path("order").asText(), asked.path("user").asText());
      case CheckoutKinds.CREATE_USERS -> users.batch(asked.path("count").asLong(), asked.path("credit").asLong());
      case CheckoutKinds.CREATE_ITEMS -> {
        items.batch(asked.path("count").asLong(), asked.path("stock").asLong());
        sold.batchPrice(asked.path("price").asLong());
      }
      default -> {
        // moves nothing
      }
    }
  }

  @Override
  public Retelling tell() {
    if (users.isEmpty() && items.isEmpty()) {
      return new Retelling(List.of(), List.of());
    }
    Optional<String> unknown = settled
        ? Stream.of(users.unknown(), items.unknown(), sold.unknown()).flatMap(Optional::stream).findFirst()
        : Optional.of("the state had not settled when it was read");
    Scribe scribe = new Scribe();
    long begin = checkouts.stream().mapToLong(checkout -> checkout.invocation().started()).min().orElse(0);
    long end = checkouts.stream().mapToLong(Operation::ended).max().orElse(0);
    checkouts.forEach(checkout -> scribe.keep(checkout, transfer(checkout)));
    scribe.keep(read(unknown, shown(false, false)), begin - 2, begin - 1);
    scribe.keep(read(unknown, shown(true, false)), end + 1, end + 2);
    scribe.keep(read(unknown, shown(false, true)), end + 3, end + 4);
    return new Retelling(scribe.entries(),
        unknown.map(why -> "what is read in the end is unknown: " + why).stream().toList());
  }

  private Said transfer(Operation checkout) {
    ObjectNode transfer = JSON.objectNode()
        .put("from", "user " + sold.user(checkout.entity()))
        .put("to", PAID)
        .put("amount", sold.worth(checkout.entity()));
    return Said.of(checkout, "transfer", transfer, transfer);
  }

  private static Said read(Optional<String> unknown, JsonNode shown) {
    return unknown.isEmpty() ? new Said("read", NullNode.getInstance(), Type.OK, shown)
        : new Said("read", NullNode.getInstance(), Type.INFO, NullNode.getInstance());
  }

  private ObjectNode shown(boolean moneyAtTheEnd, boolean goodsAtTheEnd) {
    ObjectNode shown = JSON.objectNode();
    users.show(moneyAtTheEnd, _ -> 1, shown);
    shown.put(PAID, moneyAtTheEnd ? sold.worth() : 0);
    items.show(goodsAtTheEnd, sold::price, shown);
    return shown.put(HANDED_OVER, goodsAtTheEnd ? sold.worth() : 0);
  }
}
