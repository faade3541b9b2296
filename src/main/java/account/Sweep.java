package account;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings what the children have back to the funder, in rounds: who has something left after one is in the next.
 *
 * <p>Each pays the same for its gas whatever the block's base fee is, so that nothing is left behind.
 */
final class Sweep {

  private static final int RAISE_PERCENT = 12;

  private final Node node;
  private final AccountsFile file;
  private final Ledger ledger;
  private final FundingRules rules;
  private int rounds;
  private Optional<IOException> failure = Optional.empty();

  Sweep(Node node, AccountsFile file, Ledger ledger, FundingRules rules) {
    this.node = node;
    this.file = file;
    this.ledger = ledger;
    this.rules = rules;
  }

  /**
   * Blocks until no child has what a payment costs.
   *
   * @throws IOException when some still have after the rules' patience; it can be tried again
   */
  void run() throws IOException {
    if (!rules.polling().until(this::round)) {
      var late = new IOException("some accounts could not be swept within " + rules.patience() + ": try again");
      failure.ifPresent(late::initCause);
      throw late;
    }
  }

  private boolean round() throws IOException {
    Price price = price();
    List<SignedTransaction> sweeps = Crowd.ask(file.children(), child -> sweep(child, price))
        .stream()
        .flatMap(Optional::stream)
        .toList();
    rounds++;
    if (sweeps.isEmpty()) {
      return true;
    }
    ledger.sending(sweeps);
    List<String> sent = Crowd.ask(sweeps, this::send).stream().flatMap(Optional::stream).toList();
    var open = new ArrayList<>(sent);
    new Polling(rules.poll(), rules.lane().stuck()).until(() -> collect(open, sent.size()));
    return false;
  }

  /** What a payment costs: fees, gas, and what goes beyond gas. */
  private record Price(Kind kind, Fees fees, long gas, BigInteger surcharge) {

    BigInteger total() {
      return fees.atMost(gas).add(surcharge);
    }
  }

  /** Offers more from round to round: an earlier transaction may stand in the way, or fees have risen. */
  private Price price() throws IOException {
    Fees fees = Fees.flat(node.fees().max());
    for (int i = 0; i < rounds; i++) {
      fees = fees.raised(RAISE_PERCENT);
    }
    long gas = node.transferGas();
    return new Price(node.kind(), fees, gas, node.surcharge(Funder.TRANSFER_BYTES, gas));
  }

  private Optional<SignedTransaction> sweep(Account child, Price price) throws IOException {
    // Before the balance: if its last sweep gets into a block meanwhile, this one has a nonce that is used, and not one to come.
    long nonce = node.nonce(child.address());
    BigInteger value = node.balance(child.address()).subtract(price.total());
    if (value.signum() <= 0) {
      return Optional.empty();
    }
    var call = new Call(file.funder(), value, "0x", price.gas());
    return Optional.of(new Transaction(rules.chainId(), nonce, call, price.fees(), price.kind()).signedBy(child));
  }

  /** The hash, or nothing when the node did not take it: then its child is in the next round. */
  private Optional<String> send(SignedTransaction sweep) {
    try {
      node.send(sweep);
      return Optional.of(sweep.hash());
    } catch (RefusedException e) {
      failure = Optional.of(e);
      return e.reason() == Refusal.ALREADY_KNOWN ? Optional.of(sweep.hash()) : Optional.empty();
    } catch (IOException e) {
      failure = Optional.of(e);
      return Optional.of(sweep.hash());
    }
  }

  private boolean collect(List<String> open, int all) throws IOException {
    var receipts = ledger.collect(open);
    if (receipts.values().stream().anyMatch(receipt -> !receipt.succeeded())) {
      throw new IOException("the funder " + file.funder() + " does not take payments: is it a contract?");
    }
    open.removeAll(Set.copyOf(receipts.keySet()));
    ledger.progress().at("accounts swept", all - open.size(), all);
    return open.isEmpty();
  }
}
