package rig.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.helidon.common.parameters.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import rig.checkout.store.Refusal;
import targets.Dialect;

/** The stock service's paths. */
final class StockApi {

  /** What another service asks for checkouts. */
  static final String CHECKOUTS = "/internal/stock/checkouts";
  /** What another service asks for orders. */
  static final String PRICES = "/internal/stock/prices";

  private record Created(@JsonProperty("item_id") String item) {}

  private record Found(long stock, long price) {}

  private final Supplier<StockDesk> desk;
  private final Dialect dialect;
  private final Set<Anomaly> anomalies;

  StockApi(Supplier<StockDesk> desk, CheckoutRigOptions options) {
    this.desk = desk;
    this.dialect = options.dialect();
    this.anomalies = options.anomalies();
  }

  /** For customers. */
  void route(Routes routes) {
    routes
        .post("/stock/item/create/{price}",
            (path, _) -> new Created(desk.get().create(Amounts.amount(path.get("price")))))
        .get("/stock/find/{item}", (path, _) -> find(path.get("item")))
        .post("/stock/add/{item}/{units}", (path, _) -> add(path.get("item"), path.get("units")))
        .post("/stock/subtract/{item}/{units}",
            (path, _) -> told(desk.get().subtract(path.get("item"), Amounts.amount(path.get("units")))));
    if (dialect == Dialect.C) {
      routes.post("/stock/batch_init/{n}/{stock}/{price}", (path, _) -> batch(path));
    }
  }

  /** For the order service. */
  void routeInside(Routes routes) {
    routes.post(CHECKOUTS, (_, body) -> desk.get().answer(List.of(Json.read(body, StockAsk[].class))))
        .post(PRICES, (_, body) -> desk.get().prices(List.of(Json.read(body, String[].class))));
  }

  private Found find(String id) throws Refusal {
    return desk.get()
        .find(id)
        .map(item -> new Found(item.stock(), item.price()))
        .orElseThrow(() -> new Refusal("there is no item " + id));
  }

  private String add(String id, String units) throws Refusal {
    boolean anything = anomalies.contains(Anomaly.NEGATIVE_ADD);
    return told(desk.get().add(id, anything ? Amounts.signed(units) : Amounts.amount(units)));
  }

  private static String told(Item item) {
    return "of item " + item.id() + " there are now " + item.stock();
  }

  private Map<String, String> batch(Parameters path) throws Refusal {
    long count = Amounts.count(path.get("n"));
    desk.get().createBatch(count, Amounts.amount(path.get("stock")), Amounts.amount(path.get("price")));
    return Map.of("msg", count + " items are there");
  }
}
