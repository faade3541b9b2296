package protocol.engine;

import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.internal.Expressions;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import scala.Function1;

/**
 * A parameter whose value may differ from user to user: Gatling's expression language, a function of the session, or a constant.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface Expression<T> {

  /**
   * The value for the given user.
   *
   * @throws ExpressionFailure when there is none
   */
  T apply(Session session) throws ExpressionFailure;

  /** A text with {@code #{name}}s in it, compiled here and now; throws {@link IllegalArgumentException} when malformed. */
  static Expression<String> text(String el) {
    return compiled(() -> Expressions.toStringExpression(el));
  }

  /**
   * Anything: a text that is one {@code #{name}} and nothing else gives the attribute as it is, a number as a number; any other gives a
   * text. Compiled here and now; throws {@link IllegalArgumentException} when malformed.
   */
  static Expression<Object> any(String el) {
    return compiled(() -> Expressions.toAnyExpression(el));
  }

  /** A number: {@code 12} or {@code #{name}}, compiled here and now; throws {@link IllegalArgumentException} when malformed. */
  static Expression<Integer> integer(String el) {
    return compiled(() -> Expressions.<Integer>toExpression(el, Integer.class));
  }

  /** A whole number: {@code 12} or {@code #{name}}, compiled here and now; throws {@link IllegalArgumentException} when malformed. */
  static Expression<Long> whole(String el) {
    Expression<String> number = text(el); // by way of text, since an attribute may be an Integer, a Long or a CSV file's String
    return session -> {
      String digits = number.apply(session);
      try {
        return Long.parseLong(digits);
      } catch (NumberFormatException e) {
        throw new ExpressionFailure("'" + digits + "' is not a whole number");
      }
    };
  }

  /** A number of milliseconds, compiled here and now; throws {@link IllegalArgumentException} when malformed. */
  static Expression<Duration> millis(String el) {
    Expression<Long> number = whole(el);
    return session -> Duration.ofMillis(number.apply(session));
  }

  /** A function of the session; what it throws, and null, is a failure. */
  static <T> Expression<T> of(Function<Session, T> function) {
    return session -> {
      T value;
      try {
        value = function.apply(session);
      } catch (RuntimeException e) {
        throw new ExpressionFailure(e.toString());
      }
      if (value == null) {
        throw new ExpressionFailure("a function of the session gave null");
      }
      return value;
    };
  }

  /** The same for every user. */
  static <T> Expression<T> constant(T value) {
    return session -> value;
  }

  private static <T> Expression<T> compiled(
      Supplier<Function1<io.gatling.core.session.Session, Validation<T>>> compiler) {
    Function1<io.gatling.core.session.Session, Validation<T>> compiled = compile(compiler);
    return session -> switch (compiled.apply(session.asScala())) {
      case Success<T> success -> success.value();
      case Validation<T> failure -> throw new ExpressionFailure(((Failure) (Validation<?>) failure).message());
    };
  }

  private static <T> T compile(Supplier<T> compiler) {
    try {
      return compiler.get();
    } catch (Exception e) { // Scala throws its parser's checked exception undeclared
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
