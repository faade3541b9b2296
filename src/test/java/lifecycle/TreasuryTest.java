package lifecycle;

import account.Account;
import account.Fees;
import account.FundingRules;
import account.Keyring;
import account.Movement;
import account.Node;
import account.PoolView;
import account.Reading;
import account.Receipt;
import account.SignedTransaction;
import account.SpendingCap;
import history.RunClock;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said when the accounts of a run cannot be paid. */
final class TreasuryTest {

  private static final long CHAIN = 31_337;
  private static final BigInteger LEVEL = BigInteger.TEN.pow(18);
  private static final Account PAYER = Keyring.dev(CHAIN).accounts(1).getFirst();

  @TempDir
  private Path results;

  private Run run;

  @BeforeEach
  void begin() throws IOException {
    run = Run.begin(results, "Ask", RunClock.startingNow());
  }

  @AfterEach
  void end() {
    run.end("completed");
  }

  private Treasury treasury(BigInteger funds) throws IOException {
    FundingRules rules = FundingRules.of(CHAIN, SpendingCap.none())
        .within(Duration.ofMillis(10), Duration.ofMillis(50));
    List<Account> children = Keyring.fresh().accounts(2);
    return run.own(Treasury.open(run, "local", new Treasury.Purse(PAYER, children, new Silent(funds), rules)));
  }

  @Test
  void whatBreaksOffInTheMiddleOfPayingIsToldWithTheWayBack() throws IOException {
    Treasury treasury = treasury(LEVEL.multiply(BigInteger.TEN));
    assertThatThrownBy(() -> treasury.fund(LEVEL)).isInstanceOf(PreflightFailed.class)
        .hasMessageContaining("payments may have been sent\n  - nobody knows what has become of it")
        .hasMessageContaining("broadside funds recover --target local --accounts " + results)
        .hasMessageNotContaining("nothing was sent");
  }

  @Test
  void tooLittleIsToldBeforeAnythingIsSent() throws IOException {
    Treasury treasury = treasury(LEVEL);
    assertThatThrownBy(() -> treasury.fund(LEVEL)).isInstanceOf(IOException.class).hasMessageContaining("are missing");
  }

  /** A node that goes away with the first transaction. */
  private record Silent(BigInteger funds) implements Node {

    @Override
    public long chainId() {
      return CHAIN;
    }

    @Override
    public BigInteger balance(String address) {
      return address.equals(PAYER.address()) ? funds : BigInteger.ZERO;
    }

    @Override
    public long nonce(String address) {
      return 0;
    }

    @Override
    public boolean hasCode(String address) {
      return false;
    }

    @Override
    public Fees fees() {
      return new Fees(BigInteger.TEN, BigInteger.ONE);
    }

    @Override
    public void send(SignedTransaction transaction) throws IOException {
      throw new IOException("nobody knows what has become of it");
    }

    @Override
    public Optional<Receipt> receipt(String hash) throws IOException {
      throw new IOException("nobody knows what has become of it");
    }

    @Override
    public PoolView view(String address, Collection<String> hashes) throws IOException {
      throw new IOException("nobody knows what has become of it");
    }

    @Override
    public long head() {
      return 1;
    }

    @Override
    public List<Movement> movements(long block, Set<String> accounts, Reading reading) {
      return List.of();
    }
  }
}
