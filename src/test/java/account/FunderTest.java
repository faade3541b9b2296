package account;

import contract.Disperse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static account.Treasury.FUNDER;
import static account.Treasury.LEVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A funder on a real node. */
@Timeout(120)
final class FunderTest {

  @TempDir
  Path folder;

  private Treasury treasury;

  @BeforeEach
  void start() throws IOException {
    treasury = new Treasury();
  }

  @AfterEach
  void stop() {
    if (treasury != null) {
      treasury.close();
    }
  }

  @Test
  void paysHundredsWithOneTransactionAndBringsAllOfItBack() throws IOException {
    try (AccountsFile file = treasury.children(folder, 210)) {
      var funder = new Funder(treasury.node, file, treasury.rules());
      Estimate reckoned = funder.estimate(LEVEL);
      Estimate estimate = funder.fund(FUNDER, LEVEL);
      assertThat(estimate).isEqualTo(reckoned);
      assertThat(treasury.balances(file)).hasSize(210).containsOnly(LEVEL);
      assertThat(file.payments(treasury.chainId())).as("a deployment and two calls").hasSize(3);
      Statement paid = funder.statement();
      assertThat(paid.unexplained()).isZero();
      assertThat(paid.spending().net()).isZero();
      assertThat(paid.fees()).isPositive().isLessThanOrEqualTo(estimate.fees());
      assertThat(paid.held()).isEqualTo(estimate.value());
    }
    try (AccountsFile file = AccountsFile.open(folder.resolve("accounts.json"))) {
      var funder = new Funder(treasury.node, file, treasury.apart());
      swept(file, funder.recover());
      int payments = file.payments(treasury.chainId()).size();
      Statement again = funder.recover();
      swept(file, again);
      assertThat(file.payments(treasury.chainId())).as("nothing is left to do").hasSize(payments);
    }
  }

  @Test
  void paysOneByOneWhereThereIsNoContract() throws IOException {
    try (AccountsFile file = treasury.children(folder, 25)) {
      var funder = new Funder(treasury.node, file, treasury.apart());
      Estimate estimate = funder.fund(FUNDER, LEVEL);
      assertThat(estimate.transactions()).isEqualTo(25);
      assertThat(treasury.balances(file)).containsOnly(LEVEL);
      swept(file, funder.recover());
    }
  }

  @Test
  void paysOneByOneWhereTheContractDoesNotWork() throws IOException {
    try (AccountsFile file = treasury.children(folder, 12)) {
      var funder = new Funder(treasury.node, file, treasury.rules().with(new Undeployable()));
      funder.fund(FUNDER, LEVEL);
      assertThat(treasury.balances(file)).containsOnly(LEVEL);
      swept(file, funder.recover());
    }
  }

  @Test
  void topsUpWhatHasBeenSpent() throws IOException {
    try (AccountsFile file = treasury.children(folder, 12)) {
      var funder = new Funder(treasury.node, file, treasury.rules());
      funder.fund(FUNDER, LEVEL);
      Account spender = file.children().getFirst();
      var gift = Transaction
          .of(treasury.chainId(), 0, Call.transfer(file.children().get(1).address(), BigInteger.TEN), Treasury.FEES)
          .signedBy(spender);
      Receipt receipt = Chains.mined(treasury.node, gift);
      assertThat(funder.statement().spending().cost()).as("what the child paid for its own").isEqualTo(receipt.fee());
      Estimate more = funder.fund(FUNDER, LEVEL);
      assertThat(more.children()).isEqualTo(1);
      assertThat(more.value()).isEqualTo(receipt.fee().add(BigInteger.TEN));
      assertThat(treasury.node.balance(spender.address())).isEqualTo(LEVEL);
      Statement end = funder.recover();
      assertThat(end.spending().cost()).isEqualTo(receipt.fee());
      assertThat(end.elsewhere()).isEqualTo(receipt.fee());
      assertThat(end.unexplained()).isZero();
    }
  }

  @Test
  void aLossyLineLosesNoMoney() throws IOException {
    try (AccountsFile file = treasury.children(folder, 30)) {
      var funder = new Funder(new LossyNode(treasury.node, 4), file, treasury.apart());
      funder.fund(FUNDER, LEVEL);
      assertThat(treasury.balances(file)).containsOnly(LEVEL);
      swept(file, funder.recover());
    }
  }

  @Test
  void theBaseFeeRisesMeanwhile() throws IOException {
    try (AccountsFile file = treasury.children(folder, 20)) {
      var funder = new Funder(treasury.node, file, treasury.apart());
      baseFee(5);
      funder.fund(FUNDER, LEVEL);
      assertThat(funder.statement().elsewhere()).isZero();
      assertThat(funder.statement().holds()).isTrue();
      // More than is offered; from block to block it falls by an eighth.
      baseFee(20);
      swept(file, funder.recover());
      baseFee(20);
      funder.fund(FUNDER, LEVEL);
      assertThat(treasury.balances(file)).containsOnly(LEVEL);
      baseFee(3);
      swept(file, funder.recover());
    }
  }

  private void baseFee(long gwei) throws IOException {
    treasury.node.ask("anvil_setNextBlockBaseFeePerGas", "0x" + Long.toHexString(gwei * 1_000_000_000));
  }

  @Test
  void sendsNothingWhenTheFunderHasTooLittle() throws IOException {
    try (AccountsFile file = treasury.children(folder, 10)) {
      var funder = new Funder(treasury.node, file, treasury.rules());
      assertThatIOException().isThrownBy(() -> funder.fund(FUNDER, treasury.rich))
          .withMessageContaining("10 accounts lack 10000000 ETH")
          .withMessageContaining("are missing. Send them to " + FUNDER.address());
      assertThat(treasury.node.nonce(FUNDER.address())).isZero();
      assertThat(file.payments(treasury.chainId())).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> funder.fund(file.children().getFirst(), LEVEL));
    }
  }

  @Test
  void sendsNothingBeyondTheCap() throws IOException {
    try (AccountsFile file = treasury.children(folder, 4)) {
      FundingRules rules = treasury.apart();
      var cap = new SpendingCap(LEVEL.multiply(BigInteger.valueOf(5)));
      var funder = new Funder(treasury.node, file, new FundingRules(rules.chainId(), false, cap, rules.batching(),
          rules.poll(), rules.patience(), rules.lane()));
      funder.fund(FUNDER, LEVEL);
      assertThatIOException().isThrownBy(() -> funder.fund(FUNDER, LEVEL.multiply(BigInteger.TWO)))
          .isInstanceOf(SpendingCapException.class)
          .withMessageContaining("max-spend is 5 ETH");
      assertThat(treasury.balances(file)).containsOnly(LEVEL);
    }
  }

  /** A contract that cannot be deployed. */
  private static final class Undeployable implements Batching {

    private final Batching good = new Disperse();

    @Override
    public Call deployment() {
      return new Call(null, BigInteger.ZERO, "0xfe", 100_000);
    }

    @Override
    public int size() {
      return good.size();
    }

    @Override
    public Call topUp(String contract, BigInteger level, List<String> accounts, BigInteger value) {
      return good.topUp(contract, level, accounts, value);
    }
  }

  /** Nothing worth a payment remains, and every wei is accounted for. */
  private void swept(AccountsFile file, Statement statement) throws IOException {
    assertThat(treasury.balances(file)).allMatch(left -> left.compareTo(Treasury.costOfOne()) < 0);
    assertThat(statement.before()).isEqualTo(treasury.rich);
    assertThat(statement.unsettled()).as("payments in no block").isZero();
    assertThat(statement.unexplained()).as("%s", statement).isZero();
    assertThat(statement.after().add(statement.fees()).add(statement.held())).as("%s", statement)
        .isEqualTo(treasury.rich);
  }
}
