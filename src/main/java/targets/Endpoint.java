package targets;

import java.net.URI;
import java.util.Optional;

/**
 * One server of the system under test.
 *
 * @param role its name: in load files for wallets, for example {@code A}; {@code order}, {@code stock} or {@code payment} for a checkout
 * @param url where it answers, without a trailing slash
 * @param database where its database can be read, when the target tells
 * @param power how it is stopped and started again, when the target can do it
 */
public record Endpoint(String role, URI url, Optional<Database> database, Optional<Power> power) {

  /** A server that is just there. */
  public Endpoint(String role, URI url) {
    this(role, url, Optional.empty(), Optional.empty());
  }

  /**
   * A database to read in the audit.
   *
   * @param url a JDBC URL
   * @param user the user to connect as
   * @param password a secret: masked in everything that is written or printed
   */
  public record Database(String url, String user, String password) {

    @Override
    public String toString() {
      return "Database[" + url + " as " + user + "]";
    }
  }

  /**
   * How a server is stopped in the middle of a run, and started again.
   *
   * @param stop has ended when the server is gone
   * @param start has ended when the server was told to come back; it may take a while until it answers
   */
  public record Power(Hook stop, Hook start) {}
}
