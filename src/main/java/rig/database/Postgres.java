package rig.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import rig.Reaper;

/**
 * One PostgreSQL server on loopback, in a temporary folder, with as many databases as wanted.
 *
 * <p>Durable as PostgreSQL is: a commit is on disk. It ends with {@link #close()}, or with this JVM however that ends.
 */
public final class Postgres implements AutoCloseable {

  /** The only user; the server trusts loopback. */
  public static final String USER = "postgres";

  /** A second or two, unless the machine has much else to do. */
  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final EmbeddedPostgres server;
  private final long pid;

  private Postgres(EmbeddedPostgres server, long pid) {
    this.server = server;
    this.pid = pid;
  }

  /**
   * Starts a server, in about a second; the first start on a machine unpacks it, which takes some seconds more.
   *
   * @throws IOException when it cannot run here; the message tells the fix
   */
  public static Postgres start() throws IOException {
    Path folder = Files.createTempDirectory("broadside-postgres-");
    Reaper.remove(folder);
    Path data = folder.resolve("data");
    try {
      // The library starts it with -F (no fsync) and without synchronous commits; later options win.
      EmbeddedPostgres server = EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(unpacked(folder).toFile())
          .setDataDirectory(data)
          .setCleanDataDirectory(true)
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("shared_buffers", "64MB")
          .setServerConfig("max_connections", "200")
          .setServerConfig("logging_collector", "off")
          .setOutputRedirector(Redirect.DISCARD)
          .setErrorRedirector(Redirect.DISCARD)
          .setPGStartupWait(START_WITHIN)
          .start();
      long pid = pid(data);
      Reaper.watch(pid);
      return new Postgres(server, pid);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "the embedded PostgreSQL did not start (" + e.getMessage() + "). It needs Linux on x86-64 and, as root, "
              + "user namespaces (unshare -U): run as another user, or name a target of your own with -Dtarget=",
          e);
    }
  }

  /** Makes an empty database; the name is a lower-case identifier. */
  public void createDatabase(String name) throws SQLException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
  }

  /** A pool of connections to a database; whoever asks closes it. */
  public HikariDataSource dataSource(String database, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(database);
    config.setJdbcUrl(jdbcUrl(database));
    config.setUsername(USER);
    config.setMaximumPoolSize(connections);
    config.setAutoCommit(true);
    return new HikariDataSource(config);
  }

  /** Where a database answers. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  /** The server's process. */
  public long pid() {
    return pid;
  }

  /** Stops the server and removes its folder. */
  @Override
  public void close() throws IOException {
    server.close();
  }

  /** Where the library unpacks the server: once per machine and user, not once per run. */
  private static Path unpacked(Path folder) throws IOException {
    return folder.resolveSibling("broadside-postgres-of-" + Files.getOwner(folder).getName());
  }

  private static long pid(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
    return Long.parseLong(lines.getFirst().strip());
  }
}
