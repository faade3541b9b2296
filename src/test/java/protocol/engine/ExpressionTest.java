package protocol.engine;

import io.gatling.javaapi.core.Session;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ExpressionTest {

  private static final Bench BENCH = new Bench();
  private final Session session = new Session(BENCH.user()).set("name", "alice").set("turn", 4).set("at", "1500");

  @AfterAll
  static void close() {
    BENCH.close();
  }

  @Test
  void textsNumbersAndMillisecondsAreTakenFromTheSession() throws Exception {
    assertThat(Expression.text("hello #{name}").apply(session)).isEqualTo("hello alice");
    assertThat(Expression.integer("#{turn}").apply(session)).isEqualTo(4);
    assertThat(Expression.integer("12").apply(session)).isEqualTo(12);
    assertThat(Expression.millis("#{at}").apply(session)).isEqualTo(Duration.ofMillis(1_500));
    assertThat(Expression.millis("#{turn}").apply(session)).isEqualTo(Duration.ofMillis(4));
    assertThat(Expression.of(user -> user.getInt("turn") + 1).apply(session)).isEqualTo(5);
    assertThat(Expression.constant("x").apply(session)).isEqualTo("x");
  }

  @Test
  void aMissingAttributeIsNamed() {
    assertThatThrownBy(() -> Expression.text("#{nobody}").apply(session)).isInstanceOf(ExpressionFailure.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void whatIsNotANumberIsAFailure() {
    assertThatThrownBy(() -> Expression.integer("#{name}").apply(session)).isInstanceOf(ExpressionFailure.class)
        .hasMessageContaining("alice");
  }

  @Test
  void aFunctionThatThrowsOrGivesNullIsAFailure() {
    assertThatThrownBy(() -> Expression.of(user -> user.getInt("name")).apply(session))
        .isInstanceOf(ExpressionFailure.class);
    assertThatThrownBy(() -> Expression.of(user -> user.get("nobody")).apply(session))
        .isInstanceOf(ExpressionFailure.class);
  }

  @Test
  void aMalformedExpressionIsRefusedAtOnce() {
    assertThatThrownBy(() -> Expression.text("#{}")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("#{}");
  }
}
