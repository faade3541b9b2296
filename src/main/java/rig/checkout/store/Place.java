package rig.checkout.store;

import org.flywaydb.core.Flyway;

/**
 * A database of a service.
 *
 * @param url as JDBC writes it
 * @param user the user to connect as; the server trusts loopback
 */
public record Place(String url, String user) {

  /** Makes the tables that are not there yet; {@code service} names the folder of their SQL. */
  public void migrate(String service) {
    Flyway.configure().dataSource(url, user, "").locations("classpath:rig/checkout/" + service).load().migrate();
  }
}
