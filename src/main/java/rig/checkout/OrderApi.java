package rig.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.helidon.common.parameters.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rig.checkout.store.Refusal;
import targets.Dialect;

/** The order service's paths. */
final class OrderApi {

  private record Created(@JsonProperty("order_id") String order) {}

  @JsonPropertyOrder({"order_id", "paid", "items", "user_id", "total_cost"})
  private record Found(@JsonProperty("order_id") String order, boolean paid, List<?> items,
      @JsonProperty("user_id") String user, @JsonProperty("total_cost") long total) {}

  private final Supplier<OrderDesk> desk;
  private final Dialect dialect;

  OrderApi(Supplier<OrderDesk> desk, CheckoutRigOptions options) {
    this.desk = desk;
    this.dialect = options.dialect();
  }

  /** For customers. */
  void route(Routes routes) {
    routes.post("/orders/create/{user}", (path, _) -> new Created(desk.get().orders().create(path.get("user"))))
        .get("/orders/find/{order}", (path, _) -> find(path.get("order")))
        .post("/orders/checkout/{order}", (path, _) -> checkout(path.get("order")));
    if (dialect == Dialect.C) {
      routes
          .post("/orders/addItem/{order}/{item}/{quantity}",
              (path, _) -> add(path, Amounts.quantity(path.get("quantity"))))
          .post("/orders/batch_init/{n}/{items}/{users}/{price}", (path, _) -> batch(path));
    } else {
      routes.post("/orders/addItem/{order}/{item}", (path, _) -> add(path, 1))
          .delete("/orders/removeItem/{order}/{item}", (path, _) -> subtract(path));
    }
    if (dialect == Dialect.B) {
      routes.delete("/orders/remove/{order}", (path, _) -> remove(path.get("order")));
    }
  }

  private Found find(String id) throws Refusal {
    OrderDesk open = desk.get();
    Order order = open.find(id).orElseThrow(() -> new Refusal("there is no order " + id));
    return new Found(order.id(), order.paid(), items(order), order.user(), open.total(order));
  }

  private List<?> items(Order order) {
    return dialect == Dialect.C ? order.lines().stream().map(line -> List.of(line.item(), line.quantity())).toList()
        : order.lines().stream().flatMap(OrderApi::units).toList();
  }

  private static Stream<String> units(Line line) {
    return Collections.nCopies((int) line.quantity(), line.item()).stream();
  }

  private String add(Parameters path, long quantity) throws Refusal {
    desk.get().add(path.get("order"), path.get("item"), quantity);
    return "item " + path.get("item") + " is added";
  }

  private String subtract(Parameters path) throws Refusal {
    desk.get().orders().subtract(path.get("order"), path.get("item"));
    return "item " + path.get("item") + " is removed";
  }

  private String remove(String id) throws Refusal {
    desk.get().orders().remove(id);
    return "order " + id + " is removed";
  }

  private String checkout(String id) throws Refusal {
    desk.get().checkout(id);
    return "order " + id + " is paid";
  }

  private Map<String, String> batch(Parameters path) throws Refusal {
    long count = Amounts.count(path.get("n"));
    desk.get()
        .orders()
        .createBatch(count, Amounts.count(path.get("items")), Amounts.count(path.get("users")),
            Amounts.amount(path.get("price")));
    return Map.of("msg", count + " orders are there");
  }
}
