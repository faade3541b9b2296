package protocol.checkout;

import java.io.IOException;
import java.util.Optional;
import protocol.checkout.Probe.Reply;
import targets.Dialect;

/**
 * Finds out which dialect services speak, with an item, a user without credit and an order of its own: what is in one dialect is not found
 * in the others.
 */
final class DialectProbe {

  private final Probe probe;

  DialectProbe(Probe probe) {
    this.probe = probe;
  }

  /** What was found, and why; or what stands in the way. */
  record Finding(Optional<Dialect> dialect, String why) {

    static Finding of(Dialect dialect, Reply reply) {
      return new Finding(Optional.of(dialect), reply.toString());
    }

    static Finding none(String why) {
      return new Finding(Optional.empty(), why);
    }
  }

  Finding find(Optional<Dialect> declared) throws IOException, InterruptedException {
    Reply item = probe.call(Call.CREATE_ITEM, Dialect.B, "1");
    Dialect users = Dialect.B;
    Reply user = probe.call(Call.CREATE_USER, users);
    if (!user.isThere()) {
      users = Dialect.A;
      user = probe.call(Call.CREATE_USER, users);
    }
    Reply order = probe.call(Call.CREATE_ORDER, users, orElse(user.text("user_id"), "nobody"));
    if (item.text("item_id").isEmpty()) {
      return Finding.none("no item can be made: " + item);
    }
    if (user.text("user_id").isEmpty()) {
      return Finding.none("no user can be made: " + user);
    }
    if (order.text("order_id").isEmpty()) {
      return Finding.none("no order can be made: " + order);
    }
    if (users == Dialect.A) {
      return Finding.of(Dialect.A, user);
    }
    return between(new Made(item.text("item_id"), user.text("user_id"), order.text("order_id")), declared);
  }

  private record Made(String item, String user, String order) {}

  private Finding between(Made made, Optional<Dialect> declared) throws IOException, InterruptedException {
    Reply b = probe.call(Call.ADD_ITEM, Dialect.B, made.order(), made.item());
    Reply c = probe.call(Call.ADD_ITEM, Dialect.C, made.order(), made.item(), "1");
    if (b.isThere() != c.isThere()) {
      return b.isThere() ? Finding.of(Dialect.B, b) : Finding.of(Dialect.C, c);
    }
    if (!b.isThere()) {
      return Finding.none("no dialect's way to add an item to an order is there: " + b + ", " + c);
    }
    if (b.ok() != c.ok()) {
      return b.ok() ? Finding.of(Dialect.B, b) : Finding.of(Dialect.C, c);
    }
    // Both at once: then how it is paid tells, and otherwise what the target says, or the newer one.
    Reply payB = probe.send("payment", "POST", "/payment/pay/" + made.user() + "/" + made.order() + "/1");
    Reply payC = probe.send("payment", "POST", "/payment/pay/" + made.user() + "/1");
    if (payB.isThere() != payC.isThere()) {
      return payB.isThere() ? Finding.of(Dialect.B, payB) : Finding.of(Dialect.C, payC);
    }
    return declared.filter(Dialect.B::equals).isPresent() ? Finding.of(Dialect.B, b) : Finding.of(Dialect.C, c);
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
