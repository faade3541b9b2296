package targets;

import com.typesafe.config.ConfigObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code urls.json} of the course's own tool: three addresses, which may be one gateway. */
final class CourseUrls {

  private static final String ORDER = "ORDER_URL";
  private static final String PAYMENT = "PAYMENT_URL";
  private static final String STOCK = "STOCK_URL";

  private CourseUrls() {}

  /** Whether a file is meant to be one. */
  static boolean isIn(ConfigObject root) {
    return root.keySet().stream().anyMatch(Set.of(ORDER, PAYMENT, STOCK)::contains);
  }

  /** The checkout at these addresses; its dialect is not told. */
  static Target target(String name, Section root) {
    root.knows(ORDER, PAYMENT, STOCK);
    List<Endpoint> endpoints = List.of(new Endpoint("order", root.url(ORDER)),
        new Endpoint("payment", root.url(PAYMENT)), new Endpoint("stock", root.url(STOCK)));
    return new Target(name, "checkout", endpoints, Optional.empty(), List.of(), Set.of(), Optional.empty());
  }
}
