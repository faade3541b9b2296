package rig.checkout;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import rig.checkout.store.Place;
import rig.database.Postgres;

/** Rigs for tests, one at a time: all of a JVM share one PostgreSQL, which ends with it, and find its tables empty. */
final class Rigs {

  private static final Map<Service, String> TABLES = Map.of(Service.ORDER, "orders", Service.STOCK, "items, takings",
      Service.PAYMENT, "users, payments");
  private static final Map<Service, Place> PLACES = new EnumMap<>(Service.class);

  private Rigs() {}

  static CheckoutRig started(CheckoutRigOptions options) throws IOException {
    CheckoutRig rig = CheckoutRig.bind(options);
    rig.start(empty(), line -> {});
    return rig;
  }

  private static synchronized Map<Service, Place> empty() throws IOException {
    if (PLACES.isEmpty()) {
      Postgres shared = Postgres.start();
      for (Service service : Service.values()) {
        PLACES.put(service, CheckoutRig.place(shared, service));
      }
    }
    PLACES.forEach(Rigs::empty);
    return PLACES;
  }

  private static void empty(Service service, Place place) {
    try (Connection connection = DriverManager.getConnection(place.url(), place.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("truncate " + TABLES.get(service));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
