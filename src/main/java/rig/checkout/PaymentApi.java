package rig.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.helidon.common.parameters.Parameters;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import rig.checkout.store.Refusal;
import targets.Dialect;

/** The payment service's paths, and those of its users. */
final class PaymentApi {

  /** What another service asks for checkouts. */
  static final String CHECKOUTS = "/internal/payment/checkouts";

  private record Created(@JsonProperty("user_id") String user) {}

  private record Found(@JsonProperty("user_id") String user, long credit) {}

  private record Paid(boolean paid) {}

  private final Supplier<PaymentDesk> desk;
  private final Dialect dialect;

  PaymentApi(Supplier<PaymentDesk> desk, CheckoutRigOptions options) {
    this.desk = desk;
    this.dialect = options.dialect();
  }

  /** For customers. */
  void route(Routes routes) {
    switch (dialect) {
      case A -> routes.post("/users/create", (_, _) -> new Created(desk.get().create()))
          .get("/users/find/{user}", (path, _) -> find(path.get("user")))
          .post("/users/credit/add/{user}/{amount}", (path, _) -> add(path));
      case B -> users(routes).post("/payment/pay/{user}/{order}/{amount}", (path, _) -> payFor(path))
          .post("/payment/cancel/{user}/{order}", (path, _) -> cancel(path))
          .post("/payment/status/{user}/{order}", (path, _) -> status(path));
      case C -> users(routes).post("/payment/pay/{user}/{amount}", (path, _) -> pay(path))
          .post("/payment/batch_init/{n}/{credit}", (path, _) -> batch(path));
    }
  }

  private Routes users(Routes routes) {
    return routes.post("/payment/create_user", (_, _) -> new Created(desk.get().create()))
        .get("/payment/find_user/{user}", (path, _) -> find(path.get("user")))
        .post("/payment/add_funds/{user}/{amount}", (path, _) -> add(path));
  }

  /** For the order service. */
  void routeInside(Routes routes) {
    routes.post(CHECKOUTS, (_, body) -> desk.get().answer(List.of(Json.read(body, PaymentAsk[].class))));
  }

  private Found find(String id) throws Refusal {
    return desk.get()
        .find(id)
        .map(user -> new Found(user.id(), user.credit()))
        .orElseThrow(() -> new Refusal("there is no user " + id));
  }

  private String add(Parameters path) throws Refusal {
    return told(desk.get().add(path.get("user"), Amounts.amount(path.get("amount"))));
  }

  private String pay(Parameters path) throws Refusal {
    return told(desk.get().subtract(path.get("user"), Amounts.amount(path.get("amount"))));
  }

  private String payFor(Parameters path) throws Refusal {
    desk.get().payFor(path.get("order"), path.get("user"), Amounts.amount(path.get("amount")));
    return "order " + path.get("order") + " is paid";
  }

  private String cancel(Parameters path) throws Refusal {
    desk.get().cancel(path.get("order"), path.get("user"));
    return "the payment of order " + path.get("order") + " is cancelled";
  }

  private Paid status(Parameters path) {
    return new Paid(desk.get().isPaid(path.get("order"), path.get("user")));
  }

  private static String told(User user) {
    return "user " + user.id() + " has now " + user.credit();
  }

  private Map<String, String> batch(Parameters path) throws Refusal {
    long count = Amounts.count(path.get("n"));
    desk.get().createBatch(count, Amounts.amount(path.get("credit")));
    return Map.of("msg", count + " users are there");
  }
}
