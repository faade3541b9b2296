package account;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;

import static org.assertj.core.api.Assertions.assertThat;

final class BouncySignerTest {

  private static final long SEED = 20_260_101;

  @Test
  void equalsWeb3jByteForByte() {
    var random = new Random(SEED);
    for (int i = 0; i < 1_000; i++) {
      var key = i % 10 == 0 ? BigInteger.valueOf(i + 1) : new BigInteger(255, random).add(BigInteger.ONE);
      var hash = new byte[32];
      random.nextBytes(hash);
      if (i % 7 == 0) {
        hash[0] = 0;
      }
      assertThat(new BouncySigner().sign(key, hash)).as("key %s, seed %d, pair %d", key, SEED, i)
          .isEqualTo(oracle(key, hash));
    }
  }

  private static byte[] oracle(BigInteger key, byte[] hash) {
    var parts = Sign.signMessage(hash, ECKeyPair.create(key), false);
    var signature = new byte[65];
    System.arraycopy(parts.getR(), 0, signature, 0, 32);
    System.arraycopy(parts.getS(), 0, signature, 32, 32);
    signature[64] = parts.getV()[0];
    return signature;
  }
}
