package protocol.rpc;

import io.gatling.javaapi.core.Session;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;
import protocol.rpc.transaction.Draft;
import protocol.rpc.transaction.Wei;

/** What a transaction is to do. */
public final class Wish {

  private final @Nullable Expression<String> to;
  private final Expression<BigInteger> value;
  private final Expression<String> data;

  private Wish(@Nullable Expression<String> to, Expression<BigInteger> value, Expression<String> data) {
    this.to = to;
    this.value = value;
    this.data = data;
  }

  static Wish of(String to, String amount, Expression<String> data) {
    return new Wish(Expression.text(to), amount(amount), data);
  }

  static Wish deploying(Expression<String> bytecode) {
    return new Wish(null, Expression.constant(BigInteger.ZERO), bytecode);
  }

  /** The same with coins sent along, for example {@code 0.5 ether}; Gatling EL. */
  public Wish value(String amount) {
    return new Wish(to, amount(amount), data);
  }

  Draft draft(Session session, Draft.Shape shape) throws ExpressionFailure {
    return new Draft(to == null ? null : to.apply(session), value.apply(session), data.apply(session), shape);
  }

  private static Expression<BigInteger> amount(String amount) {
    if (!amount.contains("#{")) {
      return Expression.constant(Wei.of(amount));
    }
    Expression<String> text = Expression.text(amount);
    return session -> {
      try {
        return Wei.of(text.apply(session));
      } catch (IllegalArgumentException e) {
        throw new ExpressionFailure(String.valueOf(e.getMessage()));
      }
    };
  }
}
