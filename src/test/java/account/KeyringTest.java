package account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class KeyringTest {

  private static final String WORDS = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
      + "abandon about";

  @TempDir
  Path folder;

  @Test
  void theDevelopersAccountsAreThoseOfAnvilAndHardhat() {
    assertThat(Keyring.dev(31_337).accounts(3)).extracting(Account::checksumAddress)
        .containsExactly("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");
  }

  @Test
  void theDevelopersAccountsAreForLocalChainsAlone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.dev(11_155_111)).withMessageContaining("31337");
  }

  @Test
  void aMnemonicGivesWhatWalletsShow() {
    assertThat(Keyring.ofMnemonic(WORDS, "").account(0).checksumAddress())
        .isEqualTo("0x9858EfFD232B4033E47d90003D41EC34EcaEda94");
    assertThat(Keyring.ofMnemonic("  " + WORDS.replace(" ", "\n ").toUpperCase(java.util.Locale.ROOT), "").account(0))
        .asString()
        .isEqualTo("0x9858effd232b4033e47d90003d41ec34ecaeda94");
    assertThat(Keyring.ofMnemonic(WORDS, "TREZOR").account(0).address())
        .isNotEqualTo("0x9858effd232b4033e47d90003d41ec34ecaeda94");
  }

  @Test
  void aSeedGivesWhatItsMnemonicGives() {
    String seed = "0x5eb00bbddcf069084889a8ab9155568165f5c453ccb85e70811aaed6f6da5fc1"
        + "9a5ac40b389cd370d086206dec8aa6c43daea6690f20ad3d8d48b2d2ce9e38e4";
    assertThat(Keyring.ofSeed(seed).account(7).address()).isEqualTo(Keyring.ofMnemonic(WORDS, "").account(7).address());
    assertThat(Keyring.ofSeed(seed.substring(2)).account(0).address())
        .isEqualTo(Keyring.ofMnemonic(WORDS, "").account(0).address());
  }

  @Test
  void freshAccountsAreNobodysBefore() {
    Keyring one = Keyring.fresh();
    assertThat(one.account(3).address()).isEqualTo(one.account(3).address())
        .isNotEqualTo(one.account(4).address())
        .isNotEqualTo(Keyring.fresh().account(3).address());
  }

  @Test
  void keysOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"),
        "# two\n0x" + "11".repeat(32) + "\n\n  " + "22".repeat(32) + "\n");
    Keyring keyring = Keyring.ofFile(file);
    assertThat(keyring.accounts(2)).extracting(Account::address)
        .containsExactly(Account.of("11".repeat(32)).address(), Account.of("22".repeat(32)).address());
    assertThatIllegalArgumentException().isThrownBy(() -> keyring.account(2)).withMessageContaining("0 to 1");
  }

  @Test
  void aBadLineIsNamedAndNotRepeated() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), "11".repeat(32) + "\nhunter2\n");
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.ofFile(file))
        .withMessageContaining("keys:2: ")
        .withMessageNotContaining("hunter2");
    Path empty = Files.writeString(folder.resolve("empty"), "# none\n");
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.ofFile(empty)).withMessageContaining("no key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abandon abandon hunter2", "hunter2"})
  void aWordThatIsNoneIsNumberedAndNotRepeated(String words) {
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.ofMnemonic(words, ""))
        .withMessageStartingWith("word " + words.split(" ").length)
        .withMessageNotContaining("hunter2");
  }

  @Test
  void wordsThatDoNotFitTogetherAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.ofMnemonic(WORDS + " about", ""))
        .withMessageNotContaining("abandon");
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.ofMnemonic(WORDS.replace("about", "zoo"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x12", "zz", "123"})
  void whatIsNoSeedIsRefused(String seed) {
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.ofSeed(seed));
  }

  @Test
  void neverShowsItsSecret() {
    assertThat(List.of(Keyring.ofMnemonic(WORDS, ""), Keyring.ofKeys(List.of("11".repeat(32))),
        Keyring.ofSeed("11".repeat(32))))
        .allSatisfy(keyring -> assertThat(keyring.toString()).doesNotContain("abandon", "1111"));
  }
}
