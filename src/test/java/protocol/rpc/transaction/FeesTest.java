package protocol.rpc.transaction;

import account.Fees;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

final class FeesTest {

  private static final Quote QUOTE = new Quote(BigInteger.valueOf(100), Map.of(10, BigInteger.ONE, 50, BigInteger.TEN),
      BigInteger.TWO);

  @Test
  void aHistoryGivesTheNextBaseFeeAndTheMedianOfWhatWasGivenBeyondIt() throws IOException {
    Quote quote = quote(
        """
            {"baseFeePerGas": ["0x1", "0x2", "0x64"], "baseFeePerBlobGas": ["0x1", "0x7"],
             "reward": [["0x1","0x2","0x3","0x4","0x5"], ["0x0","0x0","0x0","0x0","0x0"], ["0x3","0x4","0x9","0x9","0x9"]]}""");
    assertThat(quote.baseFee()).isEqualTo(100);
    assertThat(quote.blobFee()).isEqualTo(7);
    assertThat(quote.tip(10)).as("empty blocks say nothing").isEqualTo(3);
    assertThat(quote.tip(50)).isEqualTo(9);
  }

  @Test
  void emptyBlocksSayNothingOfTips() throws IOException {
    Quote quote = quote("{\"baseFeePerGas\": [\"0x1\"], \"reward\": [[\"0x0\"]]}");
    assertThat(quote.lacksTips()).isTrue();
    assertThat(quote.orTip(BigInteger.TEN).tip(50)).isEqualTo(10);
    assertThat(quote.blobFee()).isZero();
    assertThatIOException().isThrownBy(() -> quote("{}"));
  }

  private static Quote quote(String json) throws IOException {
    return Quote.of(new ObjectMapper().readTree(json));
  }

  @Test
  void whatIsOfferedBearsARiseOfTheBaseFee() {
    assertThat(FeePolicy.market().fees(QUOTE)).contains(fees(210, 10));
    assertThat(FeePolicy.market().headroom(1.255).percentile(10).fees(QUOTE)).contains(fees(127, 1));
  }

  @Test
  void whatIsOfferedStaysBelowTheCapAndNothingIsSentWhenTheBaseFeeIsAboveIt() {
    assertThat(FeePolicy.market().cap("150 wei").fees(QUOTE)).contains(fees(150, 10));
    assertThat(FeePolicy.market().cap("100").fees(QUOTE)).contains(fees(100, 10));
    assertThat(FeePolicy.market().cap("99").fees(QUOTE)).isEmpty();
    assertThat(FeePolicy.market().cap("150").allows(fees(151, 1))).isFalse();
  }

  @Test
  void givenFeesAreGivenWhateverTheChainSays() {
    assertThat(FeePolicy.given("3 gwei", "1 gwei").fees(QUOTE)).contains(fees(3_000_000_000L, 1_000_000_000));
  }

  private static Fees fees(long max, long tip) {
    return new Fees(BigInteger.valueOf(max), BigInteger.valueOf(tip));
  }
}
