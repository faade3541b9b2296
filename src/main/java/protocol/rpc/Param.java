package protocol.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;

/** A parameter of a call, or a part of one, that may differ from user to user. */
@FunctionalInterface
interface Param {

  /** Writes it as JSON. */
  void write(Session session, JsonGenerator json) throws IOException, ExpressionFailure;

  /** Whether it is the same for everybody. */
  default boolean isConstant() {
    return false;
  }

  /**
   * What a simulation gives as a parameter: null, a text with {@code #{name}}s in it, a number, a boolean, a list, a map, an {@link
   * Expression}, a function of the session, or anything that Jackson can write.
   */
  static Param of(@Nullable Object value) {
    return switch (value) {
      case String text when text.contains("#{") -> dynamic(Expression.any(text));
      case Expression<?> expression -> dynamic(expression);
      case Function<?, ?> function -> dynamic(Expression.of(applying(function)));
      case List<?> list -> list(list.stream().map(Param::of).toList(), list);
      case Map<?, ?> map -> map(map);
      case null, default -> new Constant(value);
    };
  }

  @SuppressWarnings("unchecked") // a function in a list of parameters can only be one of the session
  private static Function<Session, Object> applying(Function<?, ?> function) {
    return (Function<Session, Object>) function;
  }

  private static Param dynamic(Expression<?> expression) {
    return (session, json) -> json.writePOJO(expression.apply(session));
  }

  private static Param list(List<Param> items, List<?> values) {
    if (items.stream().allMatch(Param::isConstant)) {
      return new Constant(values);
    }
    return (session, json) -> {
      json.writeStartArray();
      for (Param item : items) {
        item.write(session, json);
      }
      json.writeEndArray();
    };
  }

  private static Param map(Map<?, ?> values) {
    Map<String, Param> members = new LinkedHashMap<>();
    values.forEach((key, value) -> members.put(String.valueOf(key), of(value)));
    if (members.values().stream().allMatch(Param::isConstant)) {
      return new Constant(values);
    }
    return (session, json) -> {
      json.writeStartObject();
      for (Map.Entry<String, Param> member : members.entrySet()) {
        json.writeFieldName(member.getKey());
        member.getValue().write(session, json);
      }
      json.writeEndObject();
    };
  }

  /** The same for everybody. */
  record Constant(@Nullable Object value) implements Param {

    @Override
    public void write(Session session, JsonGenerator json) throws IOException {
      json.writePOJO(value);
    }

    @Override
    public boolean isConstant() {
      return true;
    }
  }
}
