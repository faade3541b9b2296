package account;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class AccountTest {

  private static final String KEY = "11".repeat(32);
  private static final byte[] HASH = HexFormat.of()
      .parseHex("b9d621b8bc9135fa49ef625455626b4c6f75c6a6d058ae60a3c24255ed95bd3d");
  private static final String SIGNATURE = "a8f3853e754d3d4b1a4618dea7bc1eb06ad30e151385bcd69dc4f85553a30ef7"
      + "187ac84e9d88c0ecb62582b6d88325ab7615627cb5052a8713d36b75be0859c11c";

  private final Account account = Account.of("0x" + KEY);

  @Test
  void addressAndDestinationFollowFromTheKey() {
    assertThat(account.address()).isEqualTo("0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a");
    assertThat(account.checksumAddress()).isEqualTo("0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A");
    assertThat(account.destination()).isEqualTo("0x00000000000000000000000019e7e376e7c213b7e7e7e46cc70a5dd086daff2a");
  }

  @Test
  void signsAsWalletsSignMessages() {
    assertThat(HexFormat.of().formatHex(account.sign(HASH))).isEqualTo(SIGNATURE);
  }

  @Test
  void recoversTheSignerAndNobodyElse() {
    byte[] signature = account.sign(HASH);
    assertThat(Account.recover(HASH, signature)).isEqualTo(account.address());
    byte[] other = HASH.clone();
    other[31] ^= 1;
    assertThat(Account.recover(other, signature)).isNotEqualTo(account.address());
  }

  @Test
  void aMalformedSignatureIsAnIllegalArgument() {
    assertThatIllegalArgumentException().isThrownBy(() -> Account.recover(HASH, new byte[64]));
    assertThatIllegalArgumentException().isThrownBy(() -> Account.recover(HASH, new byte[65]));
    byte[] wrongV = account.sign(HASH);
    wrongV[64] = 99;
    assertThatIllegalArgumentException().isThrownBy(() -> Account.recover(HASH, wrongV));
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutRepeatingIt() {
    assertThatIllegalArgumentException().isThrownBy(() -> Account.of("0x" + "0".repeat(64)));
    assertThatIllegalArgumentException().isThrownBy(() -> Account.of("0x" + "f".repeat(64)));
    assertThatIllegalArgumentException().isThrownBy(() -> Account.of("5ecre7")).withMessageNotContaining("5ecre7");
  }

  @Test
  void neverShowsItsKey() {
    assertThat(account).asString().isEqualTo(account.address()).doesNotContain(KEY);
  }
}
