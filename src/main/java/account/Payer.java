package account;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes payments from one account, many in flight, each on record before it is sent. For one thread and one use. */
final class Payer {

  private static final int MOST_REFUSALS = 3;
  private static final int RAISE_PERCENT = 12;

  private final Node node;
  private final Account account;
  private final Ledger ledger;
  private final FundingRules rules;
  private Fees fees;
  private final Kind kind;
  private final NonceLane lane;
  private final List<Call> calls;
  private final @Nullable Receipt[] receipts;
  /** Which payment a transaction makes, and which transactions may still make a payment. */
  private final Map<String, Integer> paymentOf = new HashMap<>();
  private final Map<Integer, Set<String>> alive = new HashMap<>();
  private final Set<Integer> todo = new LinkedHashSet<>();
  private String refusal = "";
  private int refusals;
  private long repaired = System.nanoTime();

  Payer(Node node, Account account, Ledger ledger, Order order) throws IOException {
    this.node = node;
    this.account = account;
    this.ledger = ledger;
    this.rules = order.rules();
    this.fees = order.fees();
    this.kind = node.kind();
    this.calls = order.calls();
    this.receipts = new Receipt[calls.size()];
    PoolView view = node.view(account.address(), List.of());
    this.lane = new NonceLane(Math.max(view.mined(), view.pending()), rules.lane(), System::nanoTime, this::ended);
    IntStream.range(0, calls.size()).forEach(todo::add);
  }

  /** What is to be paid, and how. */
  record Order(List<Call> calls, Fees fees, FundingRules rules) {}

  /**
   * Blocks until all are in blocks.
   *
   * @return what became of each, in order
   * @throws IOException when the node refuses, or some are in no block after the rules' patience
   */
  List<Receipt> pay() throws IOException {
    boolean done = rules.polling().until(this::round);
    if (!done) {
      lane.giveUp(null);
      throw new IOException(
          "only " + collected().size() + " of " + calls.size() + " payments are in a block after " + rules.patience()
              + (refusal.isEmpty() ? "" : " (" + refusal + ")") + "; all are on record, so recover brings them back");
    }
    return collected();
  }

  private List<Receipt> collected() {
    List<Receipt> all = new ArrayList<>();
    for (Receipt receipt : receipts) {
      if (receipt != null) {
        all.add(receipt);
      }
    }
    return all;
  }

  private boolean round() throws IOException {
    start();
    ledger.collect(List.copyOf(lane.hashes())).forEach((hash, receipt) -> {
      Integer payment = paymentOf.get(hash);
      if (payment != null) {
        receipts[payment] = receipt;
      }
      lane.included(hash, receipt.succeeded());
    });
    if (System.nanoTime() - repaired > rules.lane().answer().toNanos()) {
      repaired = System.nanoTime();
      for (Repair repair : lane.repairs(node.view(account.address(), lane.hashes()))) {
        carryOut(repair);
      }
    }
    if (refusals > MOST_REFUSALS) {
      throw new IOException("the node refuses to take payments of " + account + ": " + refusal);
    }
    int paid = collected().size();
    ledger.progress().at("payments in blocks", paid, calls.size());
    return paid == calls.size() && lane.inFlight() == 0;
  }

  private void start() throws IOException {
    if (!refusal.isEmpty() && !todo.isEmpty()) {
      fees = node.fees();
    }
    List<SignedTransaction> batch = new ArrayList<>();
    for (int payment : List.copyOf(todo)) {
      OptionalLong nonce = lane.tryTake();
      if (nonce.isEmpty()) {
        break;
      }
      todo.remove(payment);
      batch.add(signed(transaction(nonce.getAsLong(), calls.get(payment)), payment));
    }
    dispatch(batch);
  }

  private Transaction transaction(long nonce, Call call) {
    return new Transaction(rules.chainId(), nonce, call, fees, kind);
  }

  private SignedTransaction signed(Transaction transaction, int payment) throws IOException {
    rules.cap().spend(transaction.call().value().add(transaction.fees().atMost(transaction.call().gasLimit())));
    SignedTransaction signed = transaction.signedBy(account);
    paymentOf.put(signed.hash(), payment);
    alive.computeIfAbsent(payment, _ -> new HashSet<>()).add(signed.hash());
    return signed;
  }

  private void dispatch(List<SignedTransaction> batch) throws IOException {
    if (!batch.isEmpty()) {
      ledger.sending(batch);
      batch.forEach(this::send);
    }
  }

  private void send(SignedTransaction transaction) {
    if (!lane.sending(transaction)) {
      return;
    }
    try {
      node.send(transaction);
      lane.accepted(transaction.hash());
    } catch (RefusedException e) {
      refusal = String.valueOf(e.getMessage());
      // Anything else passes: a full pool, a fee that has risen.
      refusals += e.reason() == Refusal.OTHER || e.reason() == Refusal.INSUFFICIENT_FUNDS ? 1 : 0;
      lane.refused(transaction.hash(), e.reason());
    } catch (IOException _) {
      // The node may have it; the lane asks for it to be sent again when it has not.
      lane.unanswered(transaction.hash());
    }
  }

  private void carryOut(Repair repair) throws IOException {
    switch (repair) {
      case Repair.Resend(SignedTransaction lost) -> send(lost);
      case Repair.Raise(SignedTransaction stuck) -> {
        Integer payment = paymentOf.get(stuck.hash());
        Transaction raised = stuck.transaction().raised(RAISE_PERCENT);
        dispatch(List.of(payment == null ? raised.signedBy(account) : signed(raised, payment)));
      }
      case Repair.Fill(long nonce) ->
        dispatch(List.of(transaction(nonce, new Call(account.address(), BigInteger.ZERO, "0x", node.transferGas()))
            .signedBy(account)));
      case Repair.LookUp _ -> {
        // Its receipt is asked for in every round.
      }
    }
  }

  private void ended(Ending ending) {
    Integer payment = paymentOf.get(ending.transaction().hash());
    if (payment == null) {
      return;
    }
    Transaction transaction = ending.transaction().transaction();
    Set<String> others = alive.getOrDefault(payment, new HashSet<>());
    if (ending.fate() == Fate.WAITING) {
      others.add(ending.transaction().hash());
      receipts[payment] = null;
      return;
    }
    others.remove(ending.transaction().hash());
    if (ending.fate() == Fate.REJECTED || ending.fate() == Fate.REPLACED) {
      rules.cap().giveBack(transaction.call().value().add(transaction.fees().atMost(transaction.call().gasLimit())));
      // Neither this one nor another one will make the payment: it is due again.
      if (others.isEmpty() && receipts[payment] == null) {
        todo.add(payment);
      }
    }
  }
}
