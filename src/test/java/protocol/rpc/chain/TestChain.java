package protocol.rpc.chain;

import account.Account;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.http.HttpService;
import rig.chain.ChainOptions;
import rig.chain.InstalledAnvil;
import rig.chain.LocalChain;

/** A real chain with a block every 200 ms; a test is skipped where there is no anvil. */
public final class TestChain implements AutoCloseable {

  private final LocalChain chain;
  private final HttpService service;

  /** A signed transaction, and the hash by which it is known. */
  public record Signed(String raw, String hash) {}

  /** An answer of any shape. */
  public static final class Any extends Response<Object> {}

  private TestChain(LocalChain chain) {
    this.chain = chain;
    this.service = new HttpService(url().toString());
  }

  public static TestChain start() throws IOException {
    return new TestChain(
        LocalChain.start(ChainOptions.of(InstalledAnvil.path()).withBlockTime(Duration.ofMillis(200)).withHistory()));
  }

  public URI url() {
    return chain.spec().url();
  }

  public URI socket() {
    return URI.create(url().toString().replace("http:", "ws:"));
  }

  public long id() {
    return chain.spec().id();
  }

  /** Asks the node for anything; the result as Jackson makes it. */
  public Object ask(String method, Object... params) throws IOException {
    Any answer = service.send(new Request<>(method, List.of(params), service, Any.class), Any.class);
    if (answer.hasError()) {
      throw new IOException(answer.getError().getMessage());
    }
    return answer.getResult();
  }

  /** An account with a thousand coins. */
  public Account funded(int number) throws IOException {
    Account account = Account.of("%064x".formatted(number + 1));
    ask("anvil_setBalance", account.address(), "0x3635c9adc5dea00000");
    return account;
  }

  /** One wei, from one account to nobody. */
  public Signed transfer(Account from, long nonce) {
    RawTransaction raw = RawTransaction.createTransaction(id(), BigInteger.valueOf(nonce), BigInteger.valueOf(21_000),
        "0x" + "ee".repeat(20), BigInteger.ONE, "", BigInteger.ONE, BigInteger.TWO.pow(31));
    byte[] signature = from.signRaw(Hash.sha3(TransactionEncoder.encode(raw)));
    byte[] signed = TransactionEncoder.encode(raw, new Sign.SignatureData(signature[64],
        Arrays.copyOfRange(signature, 0, 32), Arrays.copyOfRange(signature, 32, 64)));
    return new Signed("0x" + HexFormat.of().formatHex(signed), "0x" + HexFormat.of().formatHex(Hash.sha3(signed)));
  }

  @Override
  public void close() throws IOException {
    service.close();
    chain.close();
  }
}
