package account;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a signature costs, what reading one costs, and what a whole transaction costs until it can be sent.
 *
 * <p>Times of single calls and not averages: on a machine with other work the median is what the call itself takes.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class SignerBenchmark {

  private static final String KEY = "46".repeat(32);
  private static final String TO = "0x" + "35".repeat(20);
  private static final Fees FEES = new Fees(BigInteger.valueOf(20_000_000_000L), BigInteger.ONE);
  private static final int HASHES = 1_024;

  /** Whose arithmetic. */
  @Param({"secp256k1", "bouncycastle", "web3j"})
  public String library = "";

  private final byte[][] hashes = new byte[HASHES][32];
  private final byte[][] signatures = new byte[HASHES][];
  private byte[] key = {};
  private Signer signer = new BouncySigner();
  private Account account = Account.of(KEY);
  private int next;
  private long nonce;

  /** Chooses the library and makes what it works on. */
  @Setup
  public void prepare() {
    signer = switch (library) {
      case "secp256k1" -> new NativeSigner();
      case "web3j" -> new Web3jSigner();
      default -> new BouncySigner();
    };
    key = HexFormat.of().parseHex(KEY);
    account = Account.of(KEY, signer);
    var random = new Random(1);
    for (int i = 0; i < HASHES; i++) {
      random.nextBytes(hashes[i]);
      signatures[i] = signer.sign(key, hashes[i]);
    }
  }

  /** A signature with its recovery id. */
  @Benchmark
  public byte[] sign() {
    return signer.sign(key, hashes[++next % HASHES]);
  }

  /** Who signed. */
  @Benchmark
  public byte[] recover() {
    int i = ++next % HASHES;
    return signer.recover(hashes[i], signatures[i]);
  }

  /** A payment (EIP-1559), encoded, hashed, signed, encoded again, as hex and with its own hash. */
  @Benchmark
  public SignedTransaction transfer() {
    return Transaction.of(31_337, ++nonce, Call.transfer(TO, BigInteger.TEN.pow(18)), FEES).signedBy(account);
  }
}
