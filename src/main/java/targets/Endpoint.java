package targets;

import java.net.URI;
import java.util.Optional;

/**
 * One server of the system under test.
 *
 * @param role its name in load files, for example {@code A}
 * @param url where it answers, without a trailing slash
 * @param database where its database can be read, when the target tells
 */
public record Endpoint(String role, URI url, Optional<Database> database) {

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
}
