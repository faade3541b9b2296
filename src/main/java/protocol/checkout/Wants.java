package protocol.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import protocol.engine.Expression;

/** What the verbs want, made of expressions that are compiled once. Names are Gatling EL. */
final class Wants {

  private Wants() {}

  /** Something that has a price. */
  static Expression<Wanted> priced(Expression<Long> price) {
    return session -> {
      long amount = price.apply(session);
      return new Wanted("", Wanted.nothing().put("price", amount), List.of(Long.toString(amount)));
    };
  }

  /** Something that belongs to a user. */
  static Expression<Wanted> belonging(String user) {
    Expression<String> owner = Expression.text(user);
    return session -> {
      String id = owner.apply(session);
      return new Wanted("", Wanted.nothing().put("user", id), List.of(id));
    };
  }

  /** About an entity, which is all there is to say. */
  static Expression<Wanted> about(String entity) {
    Expression<String> named = Expression.text(entity);
    return session -> {
      String id = named.apply(session);
      return new Wanted(id, Wanted.nothing(), List.of(id));
    };
  }

  /** An entity changed by an amount. */
  static Expression<Wanted> change(String entity, Expression<Long> amount) {
    Expression<String> named = Expression.text(entity);
    return session -> {
      String id = named.apply(session);
      long units = amount.apply(session);
      return new Wanted(id, Wanted.nothing().put("amount", units), List.of(id, Long.toString(units)));
    };
  }

  /** Units of an item into an order. */
  static Expression<Wanted> into(String order, String item, Expression<Long> quantity) {
    Expression<String> where = Expression.text(order);
    Expression<String> what = Expression.text(item);
    return session -> {
      String id = where.apply(session);
      String one = what.apply(session);
      long units = quantity.apply(session);
      return new Wanted(id, Wanted.nothing().put("item", one).put("quantity", units),
          List.of(id, one, Long.toString(units)));
    };
  }

  /** One unit of an item out of an order. */
  static Expression<Wanted> outOf(String order, String item) {
    Expression<String> where = Expression.text(order);
    Expression<String> what = Expression.text(item);
    return session -> {
      String id = where.apply(session);
      String one = what.apply(session);
      return new Wanted(id, Wanted.nothing().put("item", one), List.of(id, one));
    };
  }

  /** Numbers for the path; the first of them are data, under these names. */
  static Expression<Wanted> batch(List<String> names, String... numbers) {
    List<Expression<Long>> compiled = List.of(numbers).stream().map(Expression::whole).toList();
    return session -> {
      List<String> arguments = new ArrayList<>();
      ObjectNode data = Wanted.nothing();
      for (Expression<Long> number : compiled) {
        long value = number.apply(session);
        if (arguments.size() < names.size()) {
          data.put(names.get(arguments.size()), value);
        }
        arguments.add(Long.toString(value));
      }
      return new Wanted("", data, arguments);
    };
  }
}
