package rig.checkout;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import rig.checkout.store.Refusal;

/** The other services, as the order service asks them. */
final class Peers implements AutoCloseable {

  private final PeerLink<String> prices;
  private final PeerLink<StockAsk> stock;
  private final PeerLink<PaymentAsk> payment;

  /** Knows where they answer; nothing is asked yet. */
  Peers(URI stock, URI payment) {
    this.prices = new PeerLink<>("prices", stock.resolve(StockApi.PRICES));
    this.stock = new PeerLink<>("takings", stock.resolve(StockApi.CHECKOUTS));
    this.payment = new PeerLink<>("payments", payment.resolve(PaymentApi.CHECKOUTS));
  }

  /** What one unit costs. */
  long price(String item) throws Refusal {
    Reply reply = prices.ask(item);
    if (reply.refused() != null) {
      throw new Refusal(reply.refused());
    }
    return reply.value();
  }

  /** Takes all items of an order, or none; tells why not. */
  Optional<String> take(Order checkout) {
    return stock.ask(new StockAsk(StockAsk.Kind.TAKE, checkout.checkout(), checkout.lines())).refusal();
  }

  /** Puts back what was taken. */
  void putBack(Order checkout) {
    stock.ask(new StockAsk(StockAsk.Kind.GIVE_BACK, checkout.checkout(), checkout.lines()));
  }

  /** Takes the money; tells why not. */
  Optional<String> charge(Order checkout) {
    return payment.ask(ask(PaymentAsk.Kind.PAY, checkout)).refusal();
  }

  /** Gives the money back. */
  void refund(Order checkout) {
    payment.ask(ask(PaymentAsk.Kind.GIVE_BACK, checkout));
  }

  private static PaymentAsk ask(PaymentAsk.Kind kind, Order checkout) {
    return new PaymentAsk(kind, checkout.checkout(), checkout.user(), checkout.total());
  }

  @Override
  public void close() {
    List.of(prices, stock, payment).forEach(PeerLink::close);
  }
}
