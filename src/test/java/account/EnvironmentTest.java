package account;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class EnvironmentTest {

  private static final long SEPOLIA = 11_155_111;
  private static final String ONE = "11".repeat(32);
  private static final String TWO = "0x" + "22".repeat(32);
  private static final String DEV = "test test test test test test test test test test test junk";
  private static final String WORDS = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
      + "abandon about";

  @TempDir
  Path folder;

  @Test
  void ourOwnNameComesFirst() {
    assertThat(payer(Map.of("PRIVATE_KEY", ONE, "BROADSIDE_PRIVATE_KEY", TWO))).isEqualTo(Account.of(TWO).address());
    assertThat(payer(Map.of("PRIVATE_KEY", ONE, "BROADSIDE_PRIVATE_KEY", " "))).isEqualTo(Account.of(ONE).address());
    assertThat(payer(Map.of("PRIVATE_KEY", ONE, "MNEMONIC", WORDS))).isEqualTo(Account.of(ONE).address());
  }

  @Test
  void mnemonicSeedAndFile() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), TWO);
    String first = Keyring.ofMnemonic(WORDS, "").account(0).address();
    assertThat(payer(Map.of("MNEMONIC", WORDS))).isEqualTo(first);
    assertThat(payer(Map.of("MNEMONIC", DEV, "BROADSIDE_MNEMONIC", WORDS))).isEqualTo(first);
    assertThat(payer(Map.of("MNEMONIC", WORDS, "BROADSIDE_MNEMONIC_PASSPHRASE", "x"))).isNotEqualTo(first);
    assertThat(payer(Map.of("BROADSIDE_SEED", ONE))).isEqualTo(Keyring.ofSeed(ONE).account(0).address());
    assertThat(payer(Map.of("BROADSIDE_KEY_FILE", file.toString()))).isEqualTo(Account.of(TWO).address());
  }

  @Test
  void theDevelopersMnemonicIsForLocalChainsAlone() {
    var nothing = new Environment(Map.of());
    assertThat(nothing.keyring(31_337).account(0).checksumAddress())
        .isEqualTo("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    assertThatIllegalArgumentException().isThrownBy(() -> nothing.keyring(SEPOLIA))
        .withMessageContaining("set BROADSIDE_PRIVATE_KEY, PRIVATE_KEY, BROADSIDE_MNEMONIC");
    assertThatIllegalArgumentException().isThrownBy(() -> new Environment(Map.of("MNEMONIC", DEV)).keyring(SEPOLIA))
        .withMessageStartingWith("MNEMONIC cannot be used: everybody knows");
  }

  @Test
  void whatCannotBeUsedIsNamedAndNotRepeated() {
    assertThatIllegalArgumentException().isThrownBy(() -> payer(Map.of("PRIVATE_KEY", "5ecre7")))
        .withMessageStartingWith("PRIVATE_KEY cannot be used: a private key is 64 hex digits")
        .withMessageNotContaining("5ecre7");
    assertThatIllegalArgumentException().isThrownBy(() -> payer(Map.of("BROADSIDE_KEY_FILE", "/nowhere")))
        .withMessageStartingWith("BROADSIDE_KEY_FILE cannot be used: the file /nowhere");
    assertThatIllegalArgumentException().isThrownBy(() -> new Environment(Map.of("RPC_URL", "ftp://5ecre7")).endpoint())
        .withMessageStartingWith("RPC_URL cannot be used")
        .withMessageNotContaining("5ecre7");
  }

  @Test
  void theNode() {
    assertThat(new Environment(Map.of()).endpoint()).isEmpty();
    assertThat(new Environment(Map.of("RPC_URL", "ws://b:1")).endpoint()).contains(URI.create("ws://b:1"));
    assertThat(new Environment(Map.of("RPC_URL", "http://b", "ETH_RPC_URL", "https://a")).endpoint())
        .contains(URI.create("https://a"));
  }

  @Test
  void neverShowsWhatItHolds() {
    assertThat(new Environment(Map.of("PRIVATE_KEY", ONE))).asString().doesNotContain(ONE);
  }

  private static String payer(Map<String, String> variables) {
    return new Environment(variables).keyring(SEPOLIA).account(0).address();
  }
}
