package protocol.checkout;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import protocol.checkout.Services.Answer;
import targets.Dialect;
import targets.Endpoint;

import static org.assertj.core.api.Assertions.assertThat;

/** What the look before a run says of services that are not what they should be; those that are, see {@link VerbsTest}. */
@Timeout(60)
final class CheckoutPreflightTest {

  /** Services that answer these requests, by their beginnings, with an id of each kind, and know no other path. */
  private static Services knowing(String... beginnings) throws IOException {
    return new Services(request -> List.of(beginnings).stream().anyMatch(request::matches)
        ? Answer.ok("{\"item_id\": \"i\", \"user_id\": 7, \"order_id\": \"o\"}")
        : Answer.NO_PATH);
  }

  private static final String CREATE = "POST /(stock/item/create/1|payment/create_user|orders/create/7)";
  private static final String ADD_B = "POST /orders/addItem/o/i";
  private static final String ADD_C = "POST /orders/addItem/o/i/1";

  private static Optional<Dialect> found(Services services, Optional<Dialect> declared) {
    CheckoutPreflight.Found found = CheckoutPreflight.inspect(services.target(declared));
    assertThat(found.problems()).isEmpty();
    return found.target().dialect();
  }

  @Test
  void dialectsAreToldByTheirPaths() throws IOException {
    try (Services a = knowing("POST /(stock/item/create/1|users/create|orders/create/7)", ADD_B);
        Services b = knowing(CREATE, ADD_B);
        Services c = knowing(CREATE, ADD_C)) {
      assertThat(found(a, Optional.empty())).contains(Dialect.A);
      assertThat(found(b, Optional.empty())).contains(Dialect.B);
      assertThat(found(c, Optional.of(Dialect.C))).contains(Dialect.C);
    }
  }

  @Test
  void servicesThatTakeBothAreToldByHowIsPaid() throws IOException {
    try (Services both = knowing(CREATE, ADD_B, ADD_C);
        Services paying = knowing(CREATE, ADD_B, ADD_C, "POST /payment/pay/7/o/1")) {
      assertThat(found(paying, Optional.empty())).contains(Dialect.B);
      assertThat(found(both, Optional.of(Dialect.B))).contains(Dialect.B);
      assertThat(found(both, Optional.empty())).contains(Dialect.C);
    }
  }

  @Test
  void aMismatchIsRefused() throws IOException {
    try (Services services = knowing(CREATE, ADD_C)) {
      assertThat(CheckoutPreflight.inspect(services.target(Optional.of(Dialect.B))).problems()).singleElement()
          .asString()
          .startsWith("the target shop says dialect B, and its services speak C: POST /orders/addItem/o/i/1")
          .endsWith("say dialect = c in the target, or leave it out");
    }
  }

  @Test
  void aDialectThatTheSimulationCannotUseIsRefused() throws IOException {
    try (Services services = knowing(CREATE, ADD_B)) {
      assertThat(CheckoutPreflight.inspect(services.target(Optional.empty()), Set.of(Dialect.C)).problems())
          .singleElement()
          .asString()
          .contains("speak dialect B, and the simulation needs C");
    }
  }

  @Test
  void eachServiceThatDoesNotAnswerHasALine() {
    assertThat(CheckoutPreflight.inspect(Services.nobody()).problems()).hasSize(3)
        .allSatisfy(problem -> assertThat(problem).contains("service at http://127.0.0.1:1 does not answer: start it"));
  }

  @Test
  void aGatewayWithoutServicesIsNotReady() throws IOException {
    try (Services services = new Services(
        request -> request.contains("/orders/") ? new Answer(502, "bad gateway") : Answer.NO_PATH)) {
      assertThat(CheckoutPreflight.inspect(services.target(Optional.empty())).problems()).singleElement()
          .asString()
          .contains("the order service at",
              "is not ready: GET /orders/find/preflight is answered with 502 (bad gateway)");
    }
  }

  @Test
  void servicesThatMakeNothingAreRefused() throws IOException {
    try (Services odd = new Services(_ -> Answer.ok("hello")); Services none = knowing(CREATE)) {
      assertThat(CheckoutPreflight.inspect(odd.target(Optional.empty())).problems()).singleElement()
          .asString()
          .contains("no item can be made: POST /stock/item/create/1 is answered with 200 (hello)");
      assertThat(CheckoutPreflight.inspect(none.target(Optional.empty())).problems()).singleElement()
          .asString()
          .contains("no dialect's way to add an item to an order is there");
    }
  }

  @Test
  void missingRolesAreTold() {
    var target = Services.target(List.of(new Endpoint("order", URI.create("http://127.0.0.1:1"))), Optional.empty());
    assertThat(CheckoutPreflight.inspect(target).problems()).containsExactly(
        "the target shop has no payment service: add it to the target's endpoints",
        "the target shop has no stock service: add it to the target's endpoints");
  }
}
