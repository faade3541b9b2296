package rig.database;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
final class PostgresTest {

  private static Postgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
    await().atMost(Duration.ofSeconds(10))
        .until(() -> ProcessHandle.of(postgres.pid()).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void commitsAreOnDisk() throws Exception {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
  }

  @Test
  void listensOnLoopbackAlone() throws Exception {
    assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  void namesAreChecked() {
    assertThatThrownBy(() -> postgres.createDatabase("a; drop database b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String show(String setting) throws Exception {
    try (HikariDataSource pool = postgres.dataSource("postgres", 1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("show " + setting)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
