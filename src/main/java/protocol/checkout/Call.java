package protocol.checkout;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import protocol.engine.Expectation;
import targets.Dialect;

/** What can be asked of a checkout: its name, where it goes in each dialect, and when it failed by the course's own rules. */
enum Call {
  CREATE_ITEM("create item", "/stock/item/create/[price]", CourseRule.JSON, "POST stock /stock/item/create/{}"),
  FIND_ITEM("find item", "/stock/find/[item_id]", CourseRule.JSON, "GET stock /stock/find/{}"),
  ADD_STOCK("add stock", "/stock/add/[item_id]/[number]", CourseRule.BELOW_400, "POST stock /stock/add/{}/{}"),
  SUBTRACT_STOCK("subtract stock", "/stock/subtract/[item_id]/[number]", CourseRule.BELOW_400,
      "POST stock /stock/subtract/{}/{}"),
  CREATE_USER("create user", "/payment/create_user", CourseRule.JSON,
      Map.of(Dialect.A, "POST payment /users/create", Dialect.B, "POST payment /payment/create_user", Dialect.C,
          "POST payment /payment/create_user")),
  FIND_USER("find user", "/payment/find_user/[user_id]", CourseRule.JSON,
      Map.of(Dialect.A, "GET payment /users/find/{}", Dialect.B, "GET payment /payment/find_user/{}", Dialect.C,
          "GET payment /payment/find_user/{}")),
  ADD_FUNDS("add funds", "/payment/add_funds/[user_id]/[amount]", CourseRule.BELOW_400,
      Map.of(Dialect.A, "POST payment /users/credit/add/{}/{}", Dialect.B, "POST payment /payment/add_funds/{}/{}",
          Dialect.C, "POST payment /payment/add_funds/{}/{}")),
  CREATE_ORDER("create order", "/orders/create/[user_id]", CourseRule.JSON, "POST order /orders/create/{}"),
  FIND_ORDER("find order", "/orders/find/[order_id]", CourseRule.JSON, "GET order /orders/find/{}"),
  ADD_ITEM("add item", "/orders/addItem/[order_id]/[item_id]", CourseRule.NOT_4XX,
      Map.of(Dialect.A, "POST order /orders/addItem/{}/{}", Dialect.B, "POST order /orders/addItem/{}/{}", Dialect.C,
          "POST order /orders/addItem/{}/{}/{}")),
  REMOVE_ITEM("remove item", "/orders/removeItem/[order_id]/[item_id]", CourseRule.NOT_4XX,
      Map.of(Dialect.A, "DELETE order /orders/removeItem/{}/{}", Dialect.B, "DELETE order /orders/removeItem/{}/{}")),
  CHECKOUT("checkout", "/orders/checkout/[order_id]", CourseRule.NOT_4XX, "POST order /orders/checkout/{}"),
  CREATE_BATCH_OF_ITEMS("create batch of items", "/stock/batch_init/[n]/[stock]/[price]", CourseRule.BELOW_400,
      Map.of(Dialect.C, "POST stock /stock/batch_init/{}/{}/{}")),
  CREATE_BATCH_OF_USERS("create batch of users", "/payment/batch_init/[n]/[credit]", CourseRule.BELOW_400,
      Map.of(Dialect.C, "POST payment /payment/batch_init/{}/{}")),
  CREATE_BATCH_OF_ORDERS("create batch of orders", "/orders/batch_init/[n]/[items]/[users]/[price]",
      CourseRule.BELOW_400, Map.of(Dialect.C, "POST order /orders/batch_init/{}/{}/{}/{}"));

  private final String kind;
  private final String courseName;
  private final Expectation courseRule;
  private final Map<Dialect, Path> paths;

  Call(String kind, String courseName, Expectation courseRule, String path) {
    this(kind, courseName, courseRule, Map.of(Dialect.A, path, Dialect.B, path, Dialect.C, path));
  }

  Call(String kind, String courseName, Expectation courseRule, Map<Dialect, String> paths) {
    this.kind = kind;
    this.courseName = courseName;
    this.courseRule = courseRule;
    this.paths = Map.copyOf(
        paths.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, path -> Path.of(path.getValue()))));
  }

  /** Its kind in the history, and its row in Gatling's report. */
  String kind() {
    return kind;
  }

  /** Its row in the report of the course's tool. */
  String courseName() {
    return courseName;
  }

  /** What makes it good by the course's rules. */
  Expectation courseRule() {
    return courseRule;
  }

  /** Where it goes; a dialect may not have it. */
  Optional<Path> path(Dialect dialect) {
    return Optional.ofNullable(paths.get(dialect));
  }

  /** The kind of a final read, for a call that finds something. */
  String readKind() {
    return kind.replace("find ", "read ");
  }

  /** Whether it changes nothing. */
  boolean isRead() {
    return this == FIND_ITEM || this == FIND_USER || this == FIND_ORDER;
  }
}
