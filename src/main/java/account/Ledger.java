package account;

import account.Books.Payment;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The payments of one chain that are on record, and what the chain says of them. */
final class Ledger {

  /** A payment of a process that was killed may still be on its way to the node when it is first looked for. */
  private static final int QUIET_LOOKS = 2;

  private final Node node;
  private final AccountsFile file;
  private final FundingRules rules;
  private int quiet;

  Ledger(Node node, AccountsFile file, FundingRules rules) {
    this.node = node;
    this.file = file;
    this.rules = rules;
  }

  /** Puts transactions on record, before they are sent. */
  void sending(List<SignedTransaction> transactions) throws IOException {
    file.sending(rules.chainId(), transactions);
  }

  /** The receipts of those that are in blocks, by hash; notes what they cost. */
  Map<String, Receipt> collect(List<String> hashes) throws IOException {
    List<Optional<Receipt>> found = Crowd.ask(hashes, node::receipt);
    Map<String, Receipt> receipts = new HashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      String hash = hashes.get(i);
      found.get(i).ifPresent(receipt -> receipts.put(hash, receipt));
    }
    Map<String, BigInteger> fees = new HashMap<>();
    receipts.forEach((hash, receipt) -> fees.put(hash, receipt.fee()));
    file.settled(rules.chainId(), fees);
    return receipts;
  }

  /**
   * Waits until none of the payments on record waits in the pool: those of a process that was killed, too.
   *
   * @throws IOException when some still do after the rules' patience
   */
  void settle() throws IOException {
    quiet = 0;
    if (!rules.polling().until(this::isQuiet)) {
      throw new IOException("payments of an earlier run still wait in the pool after " + rules.patience()
          + ": try again when they are in a block");
    }
  }

  private boolean isQuiet() throws IOException {
    collect(unsettled().stream().map(Payment::hash).toList());
    Map<String, List<Payment>> open = unsettled().stream().collect(Collectors.groupingBy(Payment::from));
    List<View> views = Crowd.ask(List.copyOf(open.entrySet()), sent -> view(sent.getKey(), sent.getValue()));
    boolean waiting = views.stream().anyMatch(View::waits);
    quiet = waiting ? 0 : quiet + 1;
    if (!waiting && quiet >= QUIET_LOOKS) {
      Map<String, BigInteger> replaced = new HashMap<>();
      views.forEach(view -> view.replaced().forEach(payment -> replaced.put(payment.hash(), BigInteger.ZERO)));
      file.settled(rules.chainId(), replaced);
      return true;
    }
    return open.isEmpty();
  }

  /** What a node sees of one sender's payments. */
  private record View(PoolView seen, List<Payment> payments) {

    boolean waits() {
      return !seen.pooled().isEmpty() || !seen.inBlocks().isEmpty();
    }

    /** Those whose nonces stand in blocks with other transactions. */
    List<Payment> replaced() {
      return payments.stream().filter(payment -> payment.nonce() < seen.mined()).toList();
    }
  }

  private View view(String sender, List<Payment> payments) throws IOException {
    return new View(node.view(sender, payments.stream().map(Payment::hash).toList()), payments);
  }

  private List<Payment> unsettled() {
    return file.payments(rules.chainId()).stream().filter(payment -> payment.fee() == null).toList();
  }

  /** Where the money is now. */
  Statement statement() throws IOException {
    List<BigInteger> held = Crowd.ask(file.children(), child -> node.balance(child.address()));
    BigInteger after = node.balance(file.funder());
    BigInteger fees = file.payments(rules.chainId())
        .stream()
        .map(Payment::fee)
        .filter(Objects::nonNull)
        .reduce(BigInteger.ZERO, BigInteger::add);
    return new Statement(file.before(rules.chainId()).orElse(after), after, fees,
        held.stream().reduce(BigInteger.ZERO, BigInteger::add),
        (int) held.stream().filter(balance -> balance.signum() > 0).count(), unsettled().size());
  }
}
