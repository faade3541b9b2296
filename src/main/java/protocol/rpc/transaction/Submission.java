package protocol.rpc.transaction;

import account.Call;
import account.Fate;
import account.Fees;
import account.SignedTransaction;
import account.Transaction;
import java.util.concurrent.CompletionStage;
import protocol.rpc.chain.Follower;
import protocol.rpc.chain.Inclusion;
import protocol.rpc.chain.Sight;

/** One order on its way, with every transaction that was signed for it: the first, and those that offered more in its place. */
final class Submission implements Follower {

  private final Parts parts;
  private final AccountLane lane;
  private final Order order;
  private final Progress progress;
  private final Watched watched;
  private final Fates fates;
  private volatile long nonce = Long.MAX_VALUE;

  Submission(Parts parts, AccountLane lane, Order order, Watched watched) {
    this.parts = parts;
    this.lane = lane;
    this.order = order;
    this.watched = watched;
    this.fates = new Fates(watched);
    this.progress = watched.progress();
  }

  long nonce() {
    return nonce;
  }

  Order order() {
    return order;
  }

  /** What is known before: all but the nonce. */
  private record Terms(long gas, Fees fees, Quote quote) {}

  /** Gets what it needs, signs and sends. */
  void begin() {
    terms().whenComplete((terms, thrown) -> {
      if (thrown == null) {
        lane.nonces().take(given -> sign(given, terms));
      } else {
        watched.notSent(thrown);
      }
    });
  }

  /** The same with a nonce that was given out for it already. */
  void begin(long given) {
    terms().whenComplete((terms, thrown) -> {
      if (thrown == null) {
        sign(given, terms);
      } else {
        lane.nonces().release(given);
        watched.notSent(thrown);
      }
    });
  }

  private CompletionStage<Terms> terms() {
    return parts.fees()
        .quote()
        .thenCombine(parts.gas().limit(order.gas(), order.draft(), order.from().address(), order.name()),
            (quote, gas) -> new Terms(gas,
                order.fees().fees(quote).orElseThrow(() -> new NotSent("fee-cap", "the base fee is above the cap")),
                quote));
  }

  private void sign(long given, Terms terms) {
    if (!watched.ticket().sign()) {
      lane.nonces().release(given);
      return;
    }
    nonce = given;
    progress.onSigning(System.nanoTime());
    parts.signing().submit(() -> transaction(given, terms).signedBy(order.from()), signed -> {
      long signedAt = System.nanoTime();
      order.asker().loop().execute(() -> {
        watched.sent();
        send(signed, signedAt);
      });
    }, thrown -> {
      lane.nonces().release(given);
      watched.failed(thrown);
    });
  }

  private Transaction transaction(long given, Terms terms) {
    Draft draft = order.draft();
    Call call = new Call(draft.to(), draft.value(), draft.data(), terms.gas());
    return new Transaction(parts.node().chain().id(), given, call, terms.fees(), draft.shape().kind(terms.quote()));
  }

  /** Known to all who will hear of it first, and only then sent; on its asker's event loop, where nothing is left to wait for. */
  private void send(SignedTransaction signed, long signedAt) {
    boolean first = fates.begin(signed.hash());
    lane.enter(signed.hash(), this);
    parts.watcher().follow(signed.hash(), order.goal(), this);
    // A nonce that was taken and is not given back can be sent with; in place of another it may come too late.
    if (!lane.nonces().sending(signed) && !first) {
      withdraw(signed.hash());
      return;
    }
    progress.onSending(signed, signedAt, System.nanoTime());
    new Handover(parts, lane, this, signed).send();
  }

  private void withdraw(String hash) {
    lane.leave(hash);
    parts.watcher().forget(hash);
    fates.forget(hash);
  }

  /** Sends the same bytes again. */
  void again(SignedTransaction signed) {
    if (lane.nonces().sending(signed)) {
      parts.census().resent.increment();
      new Handover(parts, lane, this, signed).send();
    }
  }

  /** Signs and sends one that offers more, within the cap. */
  void raise(SignedTransaction signed, int percent) {
    Transaction more = signed.transaction().raised(percent);
    if (!order.fees().allows(more.fees())) {
      return;
    }
    parts.signing().submit(() -> more.signedBy(order.from()), raised -> {
      long signedAt = System.nanoTime();
      parts.census().raised.increment();
      order.asker().loop().execute(() -> send(raised, signedAt));
    }, _ -> {
      // the next look asks for it again
    });
  }

  Progress progress() {
    return progress;
  }

  /** What the lane says of one of its transactions; the order ends with the best of them. */
  void onFate(String hash, Fate fate) {
    if (fate == Fate.REJECTED) {
      parts.watcher().forget(hash);
    }
    fates.become(hash, fate);
  }

  @Override
  public void onSeen(Sight sight, long time) {
    progress.onSeen(sight, time);
  }

  @Override
  public void onIncluded(Inclusion inclusion) {
    lane.included(inclusion, nonce);
    progress.onIncluded(inclusion);
  }

  @Override
  public void onLeft(Inclusion inclusion) {
    lane.nonces().removed(inclusion.receipt().transaction());
    progress.onLeft(inclusion);
  }

  @Override
  public void onConfirmed(long time) {
    progress.onConfirmed(time);
  }

  @Override
  public void onSafe(long time) {
    progress.onSafe(time);
  }

  @Override
  public void onFinalized(long time) {
    progress.onFinalized(time);
  }
}
