package protocol.rpc.transaction;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class WeiTest {

  @ParameterizedTest
  @CsvSource({"2 gwei,2000000000", "0.5 ether,500000000000000000", "1eth,1000000000000000000", "1000 wei,1000",
      "1_000,1000", "0,0", " 1.5 GWEI ,1500000000"})
  void amountsAreReadAsPeopleWriteThem(String amount, BigInteger wei) {
    assertThat(Wei.of(amount)).isEqualTo(wei);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gwei", "-1", "1 moon", "0.5 wei", "1e9", "0x10", "1.0000000001 gwei"})
  void whatIsNoAmountIsToldSo(String amount) {
    assertThatIllegalArgumentException().isThrownBy(() -> Wei.of(amount)).withMessageContaining("'" + amount + "'");
  }
}
