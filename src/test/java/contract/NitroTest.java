package contract;

import account.Account;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The published vectors: equal to what nitro-protocol 0.10.1 and 2.0.1-alpha.6 compute. */
final class NitroTest {

  private static final Account ONE = Account.of("11".repeat(32));
  private static final Account TWO = Account.of("22".repeat(32));
  private static final FixedPart FIXED = new FixedPart(List.of(ONE.address(), TWO.address()), 7, Exit.COIN, 9001);
  private static final VariablePart TURN = new VariablePart(
      List.of(new Exit(Exit.COIN, List.of(share("aaaa", 1, 10), share("bbbb", 2, 5)))), "0x01", 4, false);
  private static final long CHAIN = 0x2329;

  @Test
  void v1() {
    byte[] stateHash = NitroV1.stateHash(CHAIN, FIXED, TURN);
    assertThat(NitroV1.channelId(CHAIN, FIXED))
        .isEqualTo("0xe4187dc16b80402fab2171f1fb1d0c95576df78567bf2f74ace2c7c7ee136685");
    assertThat(hex(NitroV1.outcomeHash(TURN.outcome())))
        .isEqualTo("e4736e87036a869a2f1c7877f7e4f5197a829a4e522c082b1d89472e6cd5fb7f");
    assertThat(hex(NitroV1.appPartHash(FIXED, TURN.appData())))
        .isEqualTo("d8ba65e3c38ab878680599497fdbbca507c86f0adb61b176468ad4b08aaae956");
    assertThat(hex(stateHash)).isEqualTo("b9d621b8bc9135fa49ef625455626b4c6f75c6a6d058ae60a3c24255ed95bd3d");
    assertThat(hex(ONE.sign(stateHash))).isEqualTo("a8f3853e754d3d4b1a4618dea7bc1eb06ad30e151385bcd69dc4f85553a30ef7"
        + "187ac84e9d88c0ecb62582b6d88325ab7615627cb5052a8713d36b75be0859c11c");
  }

  @Test
  void v2() {
    String channelId = NitroV2.channelId(FIXED);
    byte[] stateHash = NitroV2.stateHash(channelId, TURN);
    assertThat(channelId).isEqualTo("0x28028f646d19bda151a7f04e8fdc9e635c20cd838419fe47b57a9b09300c8542");
    assertThat(hex(stateHash)).isEqualTo("acf4902e5af01437d6c5120eda8288a4f86e725014acf9429148e54856df3e5a");
    assertThat(hex(ONE.sign(stateHash))).isEqualTo("ca9155c3caac6c275d1c6ec5375329233fa551840f62f73cd159f12a1f81fb76"
        + "2cfd5b88d477fa8807cc9bce9e978b2e98e00115eb5fbf27ad5e7ac775b392031b");
  }

  private static Share share(String start, int end, long amount) {
    return new Share("0x" + start + "0".repeat(58) + "%02d".formatted(end), BigInteger.valueOf(amount));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
