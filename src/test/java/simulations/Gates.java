package simulations;

import io.gatling.javaapi.core.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

/** What a run must show to be green, as Gatling's assertions: a run in which nothing happened is red. */
final class Gates {

  private final List<Assertion> assertions = new ArrayList<>();

  /** So many percent of all requests succeed. */
  Gates successRate(double percent) {
    assertions.add(global().successfulRequests().percent().gte(percent));
    return this;
  }

  /** Each of these groups or requests happens at least so many times. */
  Gates atLeast(Map<String, Long> counts) {
    counts.forEach((name, count) -> assertions.add(details(name.split(" / ")).allRequests().count().gte(count)));
    return this;
  }

  /** Each of these rows of the audit is there once, and is good. */
  Gates good(List<String> rows) {
    for (String row : rows) {
      assertions.add(details(row).successfulRequests().count().is(1L));
    }
    return this;
  }

  List<Assertion> assertions() {
    return List.copyOf(assertions);
  }
}
