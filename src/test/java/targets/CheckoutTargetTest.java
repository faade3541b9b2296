package targets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Targets that are checkouts: their three services, their dialect, and how they are stopped. */
final class CheckoutTargetTest {

  private static final String SERVICES = """
      system = checkout
      endpoints { order { url = "http://o" }, payment { url = "http://p" }, stock { url = "http://s" } }
      """;

  @TempDir
  Path folder;

  private Target read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return TargetFile.read(file.toString(), CheckoutTargetTest.class.getClassLoader());
  }

  private String refusal(String name, String text) {
    return catchThrowableOfType(TargetFileException.class, () -> read(name, text)).getMessage();
  }

  @Test
  void urlsOfTheCourse() throws IOException {
    Target target = read("urls.json", """
        {
          "ORDER_URL": "http://localhost:8000",
          "PAYMENT_URL": "http://localhost:8001/",
          "STOCK_URL": "http://localhost:8000"
        }""");
    assertThat(target.name()).isEqualTo("urls");
    assertThat(target.system()).isEqualTo("checkout");
    assertThat(target.endpoints()).containsExactly(new Endpoint("order", URI.create("http://localhost:8000")),
        new Endpoint("payment", URI.create("http://localhost:8001")),
        new Endpoint("stock", URI.create("http://localhost:8000")));
    assertThat(target.dialect()).isEmpty();
  }

  @Test
  void wrongUrlsOfTheCourseAreToldWithTheirPlace() {
    assertThat(refusal("urls.json", """
        {
          "ORDERS_URL": "http://localhost:8000",
          "PAYMENT_URL": "localhost:8001",
          "STOCK_URL": 8002,
          "USER_URL": "http://localhost:8003"
        }""")).contains("urls.json:2: ORDERS_URL is not a known key: did you mean ORDER_URL?")
        .contains("ORDER_URL is missing: add it")
        .contains("urls.json:3: PAYMENT_URL = \"localhost:8001\" cannot be used: give an address such as http://")
        .contains("urls.json:4: STOCK_URL = 8002 cannot be used: give an address")
        .contains("urls.json:5: USER_URL is not a known key");
  }

  @Test
  void exampleOnTheClassPath() {
    Target target = TargetFile.read("local-checkout", CheckoutTargetTest.class.getClassLoader());
    assertThat(target.endpoints()).extracting(Endpoint::role).containsExactly("order", "payment", "stock");
    assertThat(target.dialect()).contains(Dialect.C);
    assertThat(target.endpoints().getFirst().power()).get()
        .extracting(Endpoint.Power::stop)
        .isEqualTo(new Hook.Command(List.of("docker", "kill", "order-service")));
  }

  @Test
  void aCheckoutHasThreeServices() {
    assertThat(refusal("staging.conf", """
        system = checkout
        endpoints {
          orders { url = "http://o" }, stock { url = "http://s" }
        }
        """)).contains("staging.conf:3: endpoints.orders is not a known key: did you mean order?")
        .contains("endpoints.order is missing: a checkout has order, payment and stock services")
        .contains("endpoints.payment is missing")
        .doesNotContain("endpoints.stock");
    assertThat(refusal("staging.conf", "system = checkout")).contains("endpoints has no servers")
        .doesNotContain("order is missing");
  }

  @ParameterizedTest
  @EnumSource
  void dialects(Dialect dialect) throws IOException {
    assertThat(read("s.conf", SERVICES + "dialect = " + dialect).dialect()).contains(dialect);
    String word = dialect.name().toLowerCase(Locale.ROOT);
    assertThat(read("s.conf", SERVICES + "dialect = " + word).dialect()).contains(dialect);
  }

  @Test
  void aDialectMayBeLeftOutAndMustBeKnown() throws IOException {
    assertThat(read("s.conf", SERVICES).dialect()).isEqualTo(Optional.empty());
    assertThat(refusal("s.conf", SERVICES + "dialect = klingon"))
        .contains("s.conf:3: dialect = \"klingon\" cannot be used: give a, b or c, or leave it out");
  }

  @Test
  void powerIsAnAddressOrAProgram() throws IOException {
    Target target = read("s.conf", SERVICES + """
        endpoints.stock.power { stop = "http://control/stop?key=1", start = [sh, "-c", "start it"] }
        """);
    assertThat(target.endpoints().get(2).power()).contains(new Endpoint.Power(
        new Hook.Call(URI.create("http://control/stop?key=1")), new Hook.Command(List.of("sh", "-c", "start it"))));
    assertThat(refusal("s.conf", SERVICES + "endpoints.stock.power { stop = \"kill it\", begin = [now] }"))
        .contains("endpoints.stock.power.stop = \"kill it\" cannot be used: give an address")
        .contains("endpoints.stock.power.start is missing")
        .contains("endpoints.stock.power.begin is not a known key");
  }

  @Test
  void whatIsWrittenCanBeReadAndIsMaskedWhenKept() throws IOException {
    Target target = read("s.conf", SERVICES + """
        dialect = b
        endpoints.order.power { stop = "http://control/stop?secret", start = [unlock, "--secret"] }
        endpoints.order.database { url = "jdbc:postgresql:o", user = u, password = secret }
        """);
    assertThat(read("s.json", TargetJson.whole(target).toString())).isEqualTo(target);
    assertThat(TargetJson.masked(target).toString()).doesNotContain("secret")
        .contains("\"dialect\":\"b\"", "\"power\":\"***\"");
  }
}
