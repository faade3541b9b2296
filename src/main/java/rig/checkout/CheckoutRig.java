package rig.checkout;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.Rig;
import rig.checkout.store.Place;
import rig.database.Postgres;
import targets.Capability;
import targets.Endpoint;
import targets.Target;

/** Order, stock and payment services with a database each, all in this process or owned by it. */
public final class CheckoutRig implements Rig {

  private static final Logger LOG = LoggerFactory.getLogger(CheckoutRig.class);

  private final CheckoutRigOptions options;
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private final ServiceNode<OrderDesk> order;
  private final ServiceNode<StockDesk> stock;
  private final ServiceNode<PaymentDesk> payment;
  private final Control control;
  private final Optional<Listener> gateway;
  private final Map<Service, Place> places = new ConcurrentHashMap<>();

  private CheckoutRig(CheckoutRigOptions options) {
    this.options = options;
    try {
      order = bound(
          new ServiceNode<>(Service.ORDER, (routes, desk) -> new OrderApi(desk, options).route(routes), (_, _) -> {}));
      stock = bound(new ServiceNode<>(Service.STOCK, (routes, desk) -> new StockApi(desk, options).route(routes),
          (routes, desk) -> new StockApi(desk, options).routeInside(routes)));
      payment = bound(new ServiceNode<>(Service.PAYMENT, (routes, desk) -> new PaymentApi(desk, options).route(routes),
          (routes, desk) -> new PaymentApi(desk, options).routeInside(routes)));
      control = bound(new Control(List.of(order, stock, payment)));
      gateway = options.gateway() ? Optional.of(bound(new Listener(this::allPaths))) : Optional.empty();
      gateway.ifPresent(Listener::listen);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private HttpRouting.Builder allPaths() {
    HttpRouting.Builder routing = HttpRouting.builder();
    Stream.of(order, stock, payment).forEach(node -> node.routeThrough(routing));
    return routing;
  }

  /**
   * Binds the ports of all services; they answer 503 until the rig is started.
   *
   * @throws IllegalStateException when there are no free ports
   */
  public static CheckoutRig bind(CheckoutRigOptions options) {
    return new CheckoutRig(options);
  }

  @Override
  public void start(Consumer<String> progress) throws IOException {
    try {
      Postgres server = Postgres.start();
      toClose.addLast(server); // what was bound first goes first: it stands on the database
      progress.accept("PostgreSQL for 3 services");
      Map<Service, Place> fresh = new EnumMap<>(Service.class);
      for (Service service : Service.values()) {
        fresh.put(service, place(server, service));
      }
      start(fresh, progress);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** In databases of somebody else's, whose tables are there. */
  void start(Map<Service, Place> databases, Consumer<String> progress) {
    places.putAll(databases);
    stock.start(() -> new StockDesk(place(Service.STOCK), options.anomalies()));
    payment.start(() -> new PaymentDesk(place(Service.PAYMENT), options.anomalies()));
    var neighbours = new OrderDesk.Neighbours(stock.url(), payment.url());
    order.start(() -> new OrderDesk(place(Service.ORDER), neighbours, options.anomalies()));
    endpoints().forEach(endpoint -> progress.accept("the " + endpoint.role() + " service at " + endpoint.url()));
  }

  /** A new database with empty tables. */
  static Place place(Postgres server, Service service) throws IOException {
    String name = "checkout_" + service.word();
    try {
      server.createDatabase(name);
    } catch (SQLException e) {
      throw new IOException("no database for the " + service.word() + " service: " + e.getMessage(), e);
    }
    var place = new Place(server.jdbcUrl(name), Postgres.USER);
    place.migrate(service.word());
    return place;
  }

  private Place place(Service service) {
    return Optional.ofNullable(places.get(service)).orElseThrow(NotStartedException::new);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.DATABASE);
  }

  @Override
  public Target target() {
    return new Target("embedded", "checkout", endpoints(), Optional.empty(), List.of(), capabilities(),
        Optional.of(options.dialect()));
  }

  private List<Endpoint> endpoints() {
    return Stream.of(order, stock, payment).map(node -> {
      URI url = gateway.map(Listener::url).orElseGet(node::url);
      Optional<Endpoint.Database> database = Optional.ofNullable(places.get(node.service()))
          .map(place -> new Endpoint.Database(place.url(), place.user(), ""));
      return new Endpoint(node.service().word(), url, database, Optional.of(control.power(node.service())));
    }).toList();
  }

  /** The latest bound is closed first. */
  private <T extends AutoCloseable> T bound(T resource) {
    toClose.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!toClose.isEmpty()) {
      AutoCloseable next = toClose.pop();
      try {
        next.close();
      } catch (Exception e) {
        LOG.warn("{} did not close", next.getClass().getSimpleName(), e);
      }
    }
  }
}
