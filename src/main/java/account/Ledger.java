package account;

import account.Audit.Chapter;
import account.Audit.Standing;
import account.Books.Chain;
import account.Books.Payment;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The payments of one chain that are on record, and what the chain says of them. */
final class Ledger {

  /** A payment of a process that was killed may still be on its way to the node when it is first looked for. */
  private static final int QUIET_LOOKS = 2;
  /** After that, what does not fit together is not going to. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private final Node node;
  private final AccountsFile file;
  private final FundingRules rules;
  private final Progress progress;
  private final Set<String> arrived = new HashSet<>();
  private int quiet;

  Ledger(Node node, AccountsFile file, FundingRules rules, Progress progress) {
    this.node = node;
    this.file = file;
    this.rules = rules;
    this.progress = progress;
  }

  /** Who is told how far payments and audits have come. */
  Progress progress() {
    return progress;
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
    receipts.forEach((hash, receipt) -> {
      fees.put(hash, receipt.fee());
      if (receipt.succeeded()) {
        arrived.add(hash);
      }
    });
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

  /** Notes what all have before they are paid for the first time. */
  void open() throws IOException {
    int met = file.chain(chainId()).map(Chain::met).orElse(0);
    List<Account> children = file.children();
    if (file.chain(chainId()).isPresent() && met == children.size()) {
      return;
    }
    // From the latest block on: nobody asks what was before.
    Standing standing = new Audit(node, file, chapter(Reading.QUICK), node.head()).standing();
    file.begin(chainId(), standing.funder(), standing.block());
    BigInteger brought = standing.children().stream().skip(met).reduce(BigInteger.ZERO, BigInteger::add);
    file.meet(chainId(), brought, children.size());
  }

  /**
   * Where the money is now, and where it went.
   *
   * @throws IOException when the chain is younger than the file
   */
  Statement statement() throws IOException {
    Optional<Chain> begun = file.chain(chainId());
    long head = node.head();
    if (begun.isPresent() && begun.get().block() > head) {
      throw new IOException("the chain is at block " + head + ", and " + file + " was begun at block "
          + begun.get().block() + ": this is another chain with the same id, or one that was started anew");
    }
    long after = begun.map(Chain::block).orElse(head);
    Statement quick = statement(new Audit(node, file, chapter(Reading.QUICK), after));
    return quick.holds() ? quick : statement(new Audit(node, file, chapter(Reading.THOROUGH), after));
  }

  private Statement statement(Audit audit) throws IOException {
    Statement[] last = {statement(audit.standing(), audit)};
    // A node may count a block among the balances before it hands it out.
    boolean _ = new Polling(rules.poll(), SETTLED).until(() -> {
      if (!last[0].holds()) {
        last[0] = statement(audit.standing(), audit);
      }
      return last[0].holds();
    });
    return last[0];
  }

  private Statement statement(Standing standing, Audit audit) {
    Optional<Chain> begun = file.chain(chainId());
    long unsettled = unsettled().stream().filter(payment -> !audit.saw(payment.hash())).count();
    return new Statement(begun.map(Chain::before).orElse(standing.funder()),
        begun.map(Chain::brought).orElse(standing.held()), standing.funder(), standing.held(), standing.holders(),
        (int) unsettled, audit.spending());
  }

  /** What has come back from the children since this ledger was opened. */
  Returned returned() {
    List<Payment> back = file.payments(chainId())
        .stream()
        .filter(payment -> arrived.contains(payment.hash()) && !payment.from().equalsIgnoreCase(file.funder()))
        .toList();
    return new Returned(back.size(), sum(back, Payment::value), sum(back, Payment::fee));
  }

  private static BigInteger sum(List<Payment> payments, Function<Payment, @Nullable BigInteger> amount) {
    return payments.stream().map(amount).filter(Objects::nonNull).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private long chainId() {
    return rules.chainId();
  }

  private Chapter chapter(Reading reading) {
    return new Chapter(chainId(), reading, progress);
  }
}
