package account;

import contract.Disperse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rig.chain.LocalChain;

/** A rich funder on a local chain where transactions cost something, and its children. */
final class Treasury implements AutoCloseable {

  static final Account FUNDER = Account.of("f1".repeat(32));
  static final BigInteger LEVEL = BigInteger.TEN.pow(18);
  static final Fees FEES = new Fees(BigInteger.TEN.pow(10), BigInteger.valueOf(1_234_567_891));

  final LocalChain chain;
  final TestNode node;
  final BigInteger rich;

  Treasury() throws IOException {
    chain = Chains.start();
    chain.client(FUNDER);
    node = new TestNode(chain.spec().url(), FEES);
    rich = node.balance(FUNDER.address());
  }

  long chainId() {
    return chain.spec().id();
  }

  /** Rules in a rhythm for blocks every 100 ms, paying many at once. */
  FundingRules rules() {
    return rules(chainId());
  }

  static FundingRules rules(long chainId) {
    var lane = new LaneRules(8, Duration.ofMillis(400), Duration.ofSeconds(2), 3);
    return new FundingRules(chainId, false, SpendingCap.none(), Optional.of(new Disperse()), Duration.ofMillis(50),
        Duration.ofSeconds(40), lane);
  }

  /** The same, paying each by itself. */
  FundingRules apart() {
    return apart(chainId());
  }

  static FundingRules apart(long chainId) {
    FundingRules rules = rules(chainId);
    return new FundingRules(rules.chainId(), false, rules.cap(), Optional.empty(), rules.poll(), rules.patience(),
        rules.lane());
  }

  AccountsFile children(Path folder, int count) throws IOException {
    return AccountsFile.create(folder.resolve("accounts.json"), "local", FUNDER.address(),
        Keyring.fresh().accounts(count));
  }

  List<BigInteger> balances(AccountsFile file) throws IOException {
    return Crowd.ask(file.children(), child -> node.balance(child.address()));
  }

  /** What a sweep may leave behind, in wei. */
  static BigInteger costOfOne() {
    return FEES.atMost(Call.TRANSFER_GAS);
  }

  @Override
  public void close() {
    node.close();
    chain.close();
  }
}
