package account;

import java.io.IOException;
import java.math.BigInteger;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What keeps money where it belongs. */
final class SafetyTest {

  @Test
  void theChainMustBeTheOneThatIsMeant() {
    assertThatNoException().isThrownBy(() -> ChainGuard.check(new Following(31_337), 31_337, false));
    assertThatIOException().isThrownBy(() -> ChainGuard.check(new Following(31_338), 31_337, false))
        .withMessageContaining("the node follows chain 31338, the target says 31337");
    assertThatIOException().isThrownBy(() -> ChainGuard.check(new Following(1), 31_337, true));
  }

  @ParameterizedTest
  @CsvSource({"1,Ethereum", "10,OP Mainnet", "8453,Base", "42161,Arbitrum One", "137,Polygon"})
  void realMoneyIsPaidOnlyOnPurpose(long chainId, String name) {
    assertThatIOException().isThrownBy(() -> ChainGuard.check(new Following(chainId), chainId, false))
        .withMessageContaining(name)
        .withMessageContaining("allow-mainnet = true");
    assertThatNoException().isThrownBy(() -> ChainGuard.check(new Following(chainId), chainId, true));
  }

  @Test
  void theCapHoldsAmongThreads() throws IOException {
    var cap = new SpendingCap(BigInteger.valueOf(1_000));
    var paid = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        threads.submit(() -> {
          cap.spend(BigInteger.valueOf(3));
          return paid.incrementAndGet();
        });
      }
    }
    assertThat(paid).hasValue(333);
    assertThat(cap.spent()).isEqualTo(999);
    cap.giveBack(BigInteger.TWO);
    cap.spend(BigInteger.valueOf(3));
    assertThatIOException().isThrownBy(() -> cap.spend(BigInteger.ONE)).isInstanceOf(SpendingCapException.class);
    assertThat(cap.spent()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @CsvSource({"nonce too low: next nonce 5,NONCE_TOO_LOW", "already known,ALREADY_KNOWN",
      "transaction already imported,ALREADY_KNOWN", "replacement transaction underpriced,REPLACEMENT_UNDERPRICED",
      "transaction underpriced: gas tip cap 0,UNDERPRICED", "max fee per gas less than block base fee,UNDERPRICED",
      "txpool is full,POOL_FULL", "Insufficient funds for gas * price + value,INSUFFICIENT_FUNDS",
      "nonce too high,NONCE_TOO_HIGH", "intrinsic gas too low,OTHER"})
  void refusalsAreToldApart(String message, Refusal reason) {
    assertThat(Refusal.of(message)).isEqualTo(reason);
  }

  @Test
  void amountsAreExactToTheWei() {
    assertThat(Ether.text(BigInteger.ONE)).isEqualTo("0.000000000000000001 ETH");
    assertThat(Ether.text(BigInteger.TEN.pow(19).add(BigInteger.TEN.pow(17)))).isEqualTo("10.1 ETH");
    assertThat(Ether.text(BigInteger.ZERO)).isEqualTo("0 ETH");
    assertThat(Ether.text(BigInteger.TEN.pow(20))).isEqualTo("100 ETH");
  }
}
