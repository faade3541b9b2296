package cli;

import account.Account;
import account.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;
import rig.chain.ChainOptions;
import rig.chain.InstalledAnvil;
import rig.chain.LocalChain;

/** A local chain where the developers' first account is rich, the commands about money, and a reader of blocks that is not theirs. */
final class FundsStage implements AutoCloseable {

  final LocalChain chain;
  final Account payer;
  final BigInteger rich;

  private final HttpService service;
  private final Web3j web3j;

  /** What a command has said. */
  record Said(int code, String out, String err) {}

  /** An answer that says nothing. */
  static final class Nothing extends Response<Object> {}

  FundsStage() throws IOException {
    chain = LocalChain.start(ChainOptions.of(InstalledAnvil.path()).withBlockTime(Duration.ofMillis(100)));
    payer = new Environment(System.getenv()).keyring(chain.spec().id()).account(0);
    chain.client(payer);
    rich = chain.balance(payer.address());
    service = new HttpService(url());
    web3j = Web3j.build(service);
  }

  String url() {
    return chain.spec().url().toString();
  }

  /** Runs a command about money here. */
  static Said funds(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Broadside.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.concat(Stream.of("funds"), Stream.of(arguments).map(Object::toString)).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  /** Starts one in a process of its own; what it says goes into a file. */
  static Process start(Path said, String... arguments) throws IOException {
    List<String> command = Stream.concat(Stream.of(ProcessHandle.current().info().command().orElseThrow(),
        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
        "cli.Broadside", "funds"), Stream.of(arguments)).toList();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  /** Gives an account that many wei. */
  void setBalance(String address, BigInteger wei) throws IOException {
    new Request<>("anvil_setBalance", List.of(address, Numeric.encodeQuantity(wei)), service, Nothing.class).send();
  }

  /** What all transactions of all blocks have cost those who sent them, in wei. */
  BigInteger fees() throws IOException {
    return costs().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The same by sender. */
  Map<String, BigInteger> costs() throws IOException {
    Map<String, BigInteger> costs = new HashMap<>();
    long head = web3j.ethBlockNumber().send().getBlockNumber().longValueExact();
    for (long number = 0; number <= head; number++) {
      var block = DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
      for (EthBlock.TransactionResult<?> one : web3j.ethGetBlockByNumber(block, false)
          .send()
          .getBlock()
          .getTransactions()) {
        TransactionReceipt receipt = web3j.ethGetTransactionReceipt(String.valueOf(one.get())).send().getResult();
        BigInteger price = Numeric.decodeQuantity(receipt.getEffectiveGasPrice());
        costs.merge(receipt.getFrom(), receipt.getGasUsed().multiply(price), BigInteger::add);
      }
    }
    return costs;
  }

  BigInteger balance(String address) throws IOException {
    return web3j.ethGetBalance(address, DefaultBlockParameterName.PENDING).send().getBalance();
  }

  @Override
  public void close() {
    web3j.shutdown();
    chain.close();
  }
}
