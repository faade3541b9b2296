package rig.checkout;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import targets.Endpoint;
import targets.Hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service is killed in the middle of many checkouts, and comes back: every checkout has an end, and nothing is lost. */
@Timeout(120)
final class KilledServiceTest {

  private static final int ORDERS = 600;
  private static final int AT_ONCE = 40;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private CheckoutRig rig;
  private Customer customer;

  private void start(CheckoutRigOptions options) throws IOException {
    rig = Rigs.started(options);
    customer = new Customer(rig.target());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void inTheMiddleOfManyCheckouts(Service service) throws Exception {
    start(CheckoutRigOptions.DEFAULT.withGateway(false));
    List<String> items = Stream.generate(() -> customer.item(2, 500)).limit(3).toList();
    List<String> users = Stream.generate(() -> customer.user(100)).limit(20).toList();
    List<String> orders = Customer.atOnce(IntStream.range(0, ORDERS).boxed().toList(),
        i -> customer.order(users.get(i % 20), items.get(i % 3), items.get((i + 1) % 3)));

    Map<String, Integer> answers = checkoutWhileKilled(orders, service);

    assertThat(answers).containsValue(200).matches(KilledServiceTest::someUnknown);
    await().atMost(DEADLINE).until(() -> count(Service.ORDER, "orders where state = 'PENDING'") == 0);
    assertThat(orders).filteredOn(order -> answers.get(order) == 200).allMatch(customer::isPaid);
    assertThat(orders).filteredOn(order -> answers.get(order) == 400).noneMatch(customer::isPaid);
    assertNothingIsLost(items, users, orders);
  }

  private void assertNothingIsLost(List<String> items, List<String> users, List<String> orders) throws SQLException {
    List<Boolean> isPaid = Customer.atOnce(orders, customer::isPaid);
    long paid = isPaid.stream().filter(yes -> yes).count();
    assertThat(items.stream().mapToLong(item -> 500 - customer.stock(item)).sum()).isEqualTo(2 * paid);
    for (int user = 0; user < users.size(); user++) {
      int first = user;
      long mine = IntStream.range(0, ORDERS).filter(i -> i % 20 == first && isPaid.get(i)).count();
      assertThat(customer.credit(users.get(user))).isEqualTo(100 - 4 * mine);
    }
    assertThat(count(Service.STOCK, "takings where not given_back")).isEqualTo(paid);
    assertThat(count(Service.PAYMENT, "payments where not given_back")).isEqualTo(paid);
  }

  @Test
  void behindAGateway() throws IOException {
    start(CheckoutRigOptions.DEFAULT);
    String item = customer.item(1, 5);
    String order = customer.order(customer.user(5), item);

    press(Service.STOCK, Endpoint.Power::stop);
    customer.get("/stock/find/" + item).is(502);
    customer.get("/stock/no/such/path").is(502);
    customer.checkout(order).is(502);
    customer.checkout(order).is(400); // it is still under way
    press(Service.STOCK, Endpoint.Power::stop); // a second time changes nothing
    press(Service.STOCK, Endpoint.Power::start);
    press(Service.STOCK, Endpoint.Power::start);

    await().atMost(DEADLINE).until(() -> customer.isPaid(order));
    assertThat(customer.stock(item)).isEqualTo(4);
    customer.get("/stock/no/such/path").is(404);
  }

  @Test
  void aConnectionToTheDatabaseThatIsLostIsMadeAgain() throws Exception {
    start(CheckoutRigOptions.DEFAULT);
    String item = customer.item(1, 5);
    String cut = "pg_stat_activity, pg_terminate_backend(pid) where datname = current_database() and pid <> pg_backend_pid()";
    assertThat(count(Service.STOCK, cut)).isPositive();

    customer.post("/stock/add/" + item + "/1").is(500);
    customer.post("/stock/add/" + item + "/1").is(200);
    await().atMost(DEADLINE).until(() -> customer.get("/stock/find/" + item).status() == 200);
    assertThat(customer.stock(item)).isEqualTo(6);
  }

  @Test
  void onlyThreeServicesCanBeSwitched() throws IOException {
    start(CheckoutRigOptions.DEFAULT);
    URI stop = ((Hook.Call) endpoint(Service.ORDER).power().orElseThrow().stop()).url();
    Customer.send("POST", URI.create(stop.toString().replace("order", "user"))).is(404);
  }

  /** Checks out all orders; the service dies when a quarter has been answered, and is dead when the last quarter begins. */
  private Map<String, Integer> checkoutWhileKilled(List<String> orders, Service service) throws Exception {
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    var free = new Semaphore(AT_ONCE);
    var dead = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> other = threads.submit(() -> {
        await().atMost(DEADLINE).until(() -> answers.size() > ORDERS / 4);
        press(service, Endpoint.Power::stop);
        dead.countDown();
        assertThat(Customer.send("GET", endpoint(service).url()).status()).isZero();
        await().atMost(DEADLINE).until(() -> someUnknown(answers));
        press(service, Endpoint.Power::start);
      });
      for (String order : orders) {
        free.acquire();
        if (answers.size() > ORDERS * 3 / 4) {
          dead.await();
        }
        threads.execute(() -> {
          answers.put(order, customer.checkout(order).status());
          free.release();
        });
      }
      other.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }
    return answers;
  }

  private static boolean someUnknown(Map<String, Integer> answers) {
    return answers.values().stream().anyMatch(status -> status == 0 || status >= 500);
  }

  private void press(Service service, Function<Endpoint.Power, Hook> button) {
    Hook.Call call = (Hook.Call) endpoint(service).power().map(button).orElseThrow();
    Customer.send("POST", call.url()).is(200);
  }

  private Endpoint endpoint(Service service) {
    return rig.target()
        .endpoints()
        .stream()
        .filter(endpoint -> endpoint.role().equals(service.word()))
        .findFirst()
        .orElseThrow();
  }

  private long count(Service service, String what) throws SQLException {
    Endpoint.Database database = endpoint(service).database().orElseThrow();
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
