package account;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pays the children of an accounts file, and brings the money back.
 *
 * <p>Every step can be repeated: children are brought <em>up to</em> a level, and what is found is swept. So after any
 * interruption, {@code kill -9} included, the same call ends what was begun; {@link #recover} needs nobody's key but the
 * file's. Each call blocks until what it sent is in blocks.
 */
public final class Funder {

  /** A signed payment is a little smaller. */
  static final int TRANSFER_BYTES = 120;

  /** Below that, a contract takes more time than it saves. */
  private static final int FEW = 8;

  private final Node node;
  private final AccountsFile file;
  private final FundingRules rules;
  private final Ledger ledger;

  /** A funder of the children of that file, on the chain that the rules name. */
  public Funder(Node node, AccountsFile file, FundingRules rules) {
    this(node, file, rules, Progress.SILENT);
  }

  /** The same, telling how far it has come. */
  public Funder(Node node, AccountsFile file, FundingRules rules, Progress progress) {
    this.node = node;
    this.file = file;
    this.rules = rules;
    this.ledger = new Ledger(node, file, rules, progress);
  }

  /**
   * Reckons what it takes to bring all children up to a level; sends nothing.
   *
   * @param level in wei
   */
  public Estimate estimate(BigInteger level) throws IOException {
    ChainGuard.check(node, rules.chainId(), rules.allowMainnet());
    return estimate(lacking(level), level);
  }

  /**
   * Brings all children up to a level; those that have it already get nothing. The way to fund, and to top up.
   *
   * @param payer the file's funder
   * @param level in wei
   * @return what it was reckoned to take
   * @throws IOException before anything is sent when the chain is another, money is real there, the funder has too little or
   *     the cap is too low; later when the node does not take the payments
   */
  public Estimate fund(Account payer, BigInteger level) throws IOException {
    if (!payer.address().equals(file.funder())) {
      throw new IllegalArgumentException("the funder of " + file + " is " + file.funder() + ", not " + payer);
    }
    ChainGuard.check(node, rules.chainId(), rules.allowMainnet());
    ledger.settle();
    List<Lack> lacking = lacking(level);
    Estimate estimate = estimate(lacking, level);
    if (estimate.missing().signum() > 0) {
      throw new IOException(estimate + ": " + Ether.text(estimate.missing()) + " are missing. Send them to "
          + file.funder() + ", or fund fewer accounts or a lower level");
    }
    rules.cap().require(estimate.total());
    ledger.open();
    if (batched(lacking)) {
      payTogether(payer, lacking, level);
    }
    payOneByOne(payer, lacking(level));
    return estimate;
  }

  /**
   * Brings back what the children have; each keeps less than a payment costs. Needs the file and the node alone.
   *
   * @return what has come back
   * @throws IOException when something could not be brought back; it can be tried again
   */
  public Returned sweep() throws IOException {
    ChainGuard.check(node, rules.chainId(), rules.allowMainnet());
    ledger.settle();
    if (file.chain(rules.chainId()).isEmpty()) {
      // What children have on a chain where they were never paid is brought back, too.
      ledger.open();
    }
    new Sweep(node, file, ledger, rules).run();
    ledger.settle();
    return ledger.returned();
  }

  /**
   * Brings back what the children have, as {@link #sweep}, and reads in the blocks what became of the rest.
   *
   * @return where the money is then
   */
  public Statement recover() throws IOException {
    sweep();
    return statement();
  }

  /** Where the money is, and by the blocks where it went; sends nothing. */
  public Statement statement() throws IOException {
    return ledger.statement();
  }

  /** What a child lacks, in wei. */
  private record Lack(String address, BigInteger wei) {}

  private List<Lack> lacking(BigInteger level) throws IOException {
    return Crowd
        .ask(file.children(),
            child -> new Lack(child.address(), level.subtract(node.balance(child.address())).max(BigInteger.ZERO)))
        .stream()
        .filter(lack -> lack.wei().signum() > 0)
        .toList();
  }

  private static BigInteger sum(List<Lack> lacking) {
    return lacking.stream().map(Lack::wei).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private boolean batched(List<Lack> lacking) {
    return rules.batching().isPresent() && lacking.size() > FEW;
  }

  private Estimate estimate(List<Lack> lacking, BigInteger level) throws IOException {
    Fees fees = node.fees();
    BigInteger cost = BigInteger.ZERO;
    List<Call> calls = batched(lacking) ? together(rules.batching().orElseThrow(), lacking, level) : apart(lacking);
    for (Call call : calls) {
      int bytes = TRANSFER_BYTES + call.data().length() / 2;
      cost = cost.add(fees.atMost(call.gasLimit())).add(node.surcharge(bytes, call.gasLimit()));
    }
    return new Estimate(lacking.size(), sum(lacking), cost, calls.size(), node.balance(file.funder()));
  }

  private List<Call> together(Batching batching, List<Lack> lacking, BigInteger level) {
    List<Call> calls = new ArrayList<>();
    if (file.disperser(rules.chainId()).isEmpty()) {
      calls.add(batching.deployment());
    }
    calls.addAll(topUps(batching, file.disperser(rules.chainId()).orElse(file.funder()), lacking, level));
    return calls;
  }

  private static List<Call> topUps(Batching batching, String contract, List<Lack> lacking, BigInteger level) {
    List<Call> calls = new ArrayList<>();
    for (int from = 0; from < lacking.size(); from += batching.size()) {
      List<Lack> batch = lacking.subList(from, Math.min(lacking.size(), from + batching.size()));
      calls.add(batching.topUp(contract, level, batch.stream().map(Lack::address).toList(), sum(batch)));
    }
    return calls;
  }

  private List<Call> apart(List<Lack> lacking) throws IOException {
    long gas = node.transferGas();
    return lacking.stream().map(lack -> new Call(lack.address(), lack.wei(), "0x", gas)).toList();
  }

  /** What a contract did not pay, if only since it could not be deployed, is paid one by one afterwards. */
  private void payTogether(Account payer, List<Lack> lacking, BigInteger level) throws IOException {
    Batching batching = rules.batching().orElseThrow();
    Optional<String> contract = disperser(payer, batching);
    if (contract.isPresent()) {
      pay(payer, topUps(batching, contract.get(), lacking, level));
    }
  }

  private Optional<String> disperser(Account payer, Batching batching) throws IOException {
    Optional<String> known = file.disperser(rules.chainId());
    if (known.isPresent() && node.hasCode(known.get())) {
      return known;
    }
    Receipt receipt = pay(payer, List.of(batching.deployment())).getFirst();
    Optional<String> deployed = receipt.succeeded() ? receipt.deployed() : Optional.empty();
    if (deployed.isPresent()) {
      file.disperser(rules.chainId(), deployed.get());
    }
    return deployed;
  }

  private void payOneByOne(Account payer, List<Lack> lacking) throws IOException {
    if (!lacking.isEmpty() && pay(payer, apart(lacking)).stream().anyMatch(receipt -> !receipt.succeeded())) {
      throw new IOException("some children of " + file + " do not take payments");
    }
  }

  private List<Receipt> pay(Account payer, List<Call> calls) throws IOException {
    return new Payer(node, payer, ledger, new Payer.Order(calls, node.fees(), rules)).pay();
  }
}
