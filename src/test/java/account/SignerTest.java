package account;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class SignerTest {

  private static final long SEED = 20_260_101;
  private static final int PAIRS = 10_000;
  private static final String ORDER = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
  private static final BigInteger HALF_ORDER = new BigInteger(ORDER, 16).shiftRight(1);
  private static final Signer ORACLE = new Web3jSigner();

  /** The two signers; without the library of C there is nothing to compare, and the first test says so. */
  static Stream<Signer> signers() {
    return Stream.of(new BouncySigner(), Signers.fastest());
  }

  @Test
  void theLibraryIsUsedWhereItLoads() {
    assertThat(Signers.fastest()).isInstanceOf(NativeSigner.class);
  }

  @Test
  void whereTheLibraryDoesNotLoadBouncyCastleSigns() {
    assertThat(Signers.fastest(() -> {
      throw new UnsatisfiedLinkError("no library for this machine");
    })).isInstanceOf(BouncySigner.class);
  }

  @Test
  void allEqualWeb3jByteForByte() {
    var random = new Random(SEED);
    List<Signer> signers = signers().toList();
    for (int i = 0; i < PAIRS; i++) {
      byte[] key = key(random, i);
      byte[] hash = hash(random, i);
      byte[] expected = ORACLE.sign(key, hash);
      assertThat(new BigInteger(1, expected, 32, 32)).as("s is in the lower half").isLessThanOrEqualTo(HALF_ORDER);
      for (Signer signer : signers) {
        assertThat(signer.sign(key, hash)).as("%s, seed %d, pair %d", signer, SEED, i).isEqualTo(expected);
      }
    }
  }

  @Test
  void allFindTheSamePublicKeyInASignature() {
    var random = new Random(SEED);
    for (int i = 0; i < 1_000; i++) {
      byte[] key = key(random, i);
      byte[] hash = hash(random, i);
      byte[] signature = ORACLE.sign(key, hash);
      byte[] expected = ORACLE.publicKey(key);
      signers().forEach(signer -> {
        assertThat(signer.publicKey(key)).isEqualTo(expected);
        assertThat(signer.recover(hash, signature)).isEqualTo(expected);
        assertThat(signer.recover(hash, otherHalf(signature))).as("s in the upper half").isEqualTo(expected);
      });
    }
  }

  @ParameterizedTest
  @MethodSource("signers")
  void everyRandomSignatureIsSomebodysForBothOrForNeither(Signer signer) {
    var random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      var signature = new byte[65];
      random.nextBytes(signature);
      signature[64] = (byte) (27 + i % 4);
      byte[] hash = hash(random, i);
      assertThat(outcome(signer, hash, signature)).isEqualTo(outcome(new BouncySigner(), hash, signature));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000000000000000000000000000000000000000000000000000000000000", ORDER,
      "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "11", ""})
  void whatIsNoKeyIsRefusedWithoutRepeatingIt(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    signers().forEach(signer -> {
      assertThatIllegalArgumentException().isThrownBy(() -> signer.sign(bad, new byte[32]))
          .withMessageStartingWith("a private key")
          .withMessageNotContaining(ORDER);
      assertThatIllegalArgumentException().isThrownBy(() -> signer.publicKey(bad));
    });
  }

  @ParameterizedTest
  @MethodSource("signers")
  void whatIsNoHashOrNoSignatureIsRefused(Signer signer) {
    byte[] key = HexFormat.of().parseHex("11".repeat(32));
    byte[] signature = signer.sign(key, new byte[32]);
    assertThatIllegalArgumentException().isThrownBy(() -> signer.sign(key, new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> signer.recover(new byte[33], signature));
    assertThatIllegalArgumentException().isThrownBy(() -> signer.recover(new byte[32], new byte[64]));
    assertThatIllegalArgumentException().isThrownBy(() -> signer.recover(new byte[32], new byte[65]));
    signature[64] = 26;
    assertThatIllegalArgumentException().isThrownBy(() -> signer.recover(new byte[32], signature));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void manyThreadsShareOne(Signer signer) throws ExecutionException, InterruptedException {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<List<byte[]>>> same = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        same.add(() -> signatures(signer));
      }
      List<byte[]> expected = signatures(ORACLE);
      for (Future<List<byte[]>> signatures : threads.invokeAll(same)) {
        assertThat(signatures.get()).usingRecursiveComparison().isEqualTo(expected);
      }
    }
  }

  private static List<byte[]> signatures(Signer signer) {
    var random = new Random(SEED);
    List<byte[]> signatures = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      signatures.add(signer.sign(key(random, i), hash(random, i)));
    }
    return signatures;
  }

  private static String outcome(Signer signer, byte[] hash, byte[] signature) {
    try {
      return HexFormat.of().formatHex(signer.recover(hash, signature));
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static byte[] otherHalf(byte[] signature) {
    byte[] other = signature.clone();
    byte[] s = new BigInteger(ORDER, 16).subtract(new BigInteger(1, signature, 32, 32)).toByteArray();
    System.arraycopy(s, s.length - 32, other, 32, 32);
    other[64] = (byte) (signature[64] == 27 ? 28 : 27);
    return other;
  }

  /** Any key; each tenth is a small one. */
  private static byte[] key(Random random, int i) {
    var key = new byte[32];
    if (i % 10 == 0) {
      key[30] = (byte) (i >> 8);
      key[31] = (byte) (i | 1);
    } else {
      random.nextBytes(key);
      key[0] &= 0x7f;
    }
    return key;
  }

  /** Any hash; each seventh begins with a zero. */
  private static byte[] hash(Random random, int i) {
    var hash = new byte[32];
    random.nextBytes(hash);
    if (i % 7 == 0) {
      hash[0] = 0;
    }
    return hash;
  }
}
