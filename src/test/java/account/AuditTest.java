package account;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static account.Treasury.FEES;
import static account.Treasury.FUNDER;
import static account.Treasury.LEVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What became of the money is read in the blocks, so the identity can be broken. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class AuditTest {

  private static final Account STRANGER = Account.of("57".repeat(32));
  private static final String NOBODY = "0x" + "b0b0".repeat(10);

  @TempDir
  Path folder;

  private Treasury treasury;
  private AccountsFile file;
  private Funder funder;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    treasury = new Treasury();
    file = treasury.children(folder, 3);
    funder = new Funder(treasury.node, file, treasury.apart(), (what, done, all) -> told.add(what));
  }

  @AfterEach
  void stop() throws IOException {
    if (file != null) {
      file.close();
    }
    if (treasury != null) {
      treasury.close();
    }
  }

  @Test
  void addsUpWhatChildrenSpendGiveAndGet() throws IOException {
    funder.fund(FUNDER, LEVEL);
    Account child = file.children().getFirst();
    BigInteger cost = paid(child, 0, Call.transfer(NOBODY, BigInteger.valueOf(1_000)))
        .add(paid(child, 1, Call.transfer(file.children().getLast().address(), BigInteger.valueOf(500))))
        .add(paid(child, 2, new Call(null, BigInteger.ZERO, "0xfe", 60_000)))
        .add(paid(child, 3, new Call(treasury.chain.spec().adjudicator(), BigInteger.ONE, "0x12345678", 60_000)))
        .add(paid(child, 4, Call.transfer(treasury.chain.spec().adjudicator(), BigInteger.ONE)));
    treasury.chain.client(STRANGER);
    paid(STRANGER, 0, Call.transfer(child.address(), BigInteger.valueOf(70)));
    paid(STRANGER, 1, Call.transfer(NOBODY, BigInteger.valueOf(7)));
    Statement end = funder.recover();
    assertThat(end.spending().transactions()).isEqualTo(5);
    assertThat(end.spending().cost()).isEqualTo(cost);
    assertThat(end.spending().given()).as("what was reverted was not given").isEqualTo(1_000);
    assertThat(end.spending().received()).isEqualTo(70);
    assertThat(end.unexplained()).isZero();
    assertThat(treasury.node.balance(FUNDER.address()).add(end.fees()).add(cost).add(end.held()))
        .isEqualTo(treasury.rich.subtract(BigInteger.valueOf(930)));
    assertThat(told).contains("payments in blocks", "accounts swept", "blocks read");
  }

  @Test
  void turnsRedWhenMoneyVanishesOrAppears() throws IOException {
    funder.fund(FUNDER, LEVEL);
    String child = file.children().getFirst().address();
    assertThat(funder.statement().holds()).isTrue();
    balance(child, LEVEL.subtract(BigInteger.ONE));
    assertThat(funder.statement().unexplained()).isOne();
    assertThat(funder.statement().holds()).isFalse();
    balance(child, LEVEL.add(BigInteger.TEN));
    assertThat(funder.recover().unexplained()).isEqualTo(-10);
  }

  @Test
  void whatAContractPaysOutIsNotSeen() throws IOException {
    var batched = new Funder(treasury.node, file, treasury.rules());
    batched.fund(FUNDER, LEVEL);
    Account child = file.children().getFirst();
    // Its code pays what it got to another child: the blocks tell of 30 wei that leave, and of none that arrive.
    String to = file.children().getLast().address().substring(2);
    String payOut = "0x" + "6000600060006000" + "47" + "73" + to + "5a" + "f1" + "00";
    paid(child, 0, new Call(null, BigInteger.valueOf(30), payOut, 100_000));
    Statement end = batched.statement();
    assertThat(end.spending().given()).isEqualTo(30);
    assertThat(end.unexplained()).isEqualTo(-30);
  }

  @Test
  void countsWhatChildrenHadBefore() throws IOException {
    balance(file.children().getFirst().address(), BigInteger.valueOf(123));
    funder.fund(FUNDER, LEVEL);
    Account late = Account.of("1a7e".repeat(16));
    balance(late.address(), BigInteger.valueOf(1_000));
    file.add(List.of(late));
    funder.fund(FUNDER, LEVEL);
    Statement end = funder.recover();
    assertThat(end.brought()).isEqualTo(1_123);
    assertThat(end.holds()).as("%s", end).isTrue();
  }

  @Test
  void anotherChainWithTheSameIdIsToldApart() throws IOException {
    file.begin(treasury.chainId(), treasury.rich, 1_000_000);
    assertThatIOException().isThrownBy(funder::statement).withMessageContaining("started anew");
  }

  private BigInteger paid(Account from, long nonce, Call call) throws IOException {
    return Chains.mined(treasury.node, Transaction.of(treasury.chainId(), nonce, call, FEES).signedBy(from)).fee();
  }

  private void balance(String address, BigInteger wei) throws IOException {
    treasury.node.ask("anvil_setBalance", address, "0x" + wei.toString(16));
  }
}
