package lifecycle;

import account.Account;
import account.AccountsFile;
import account.Keyring;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;
import rig.chain.ChainOptions;
import rig.chain.InstalledAnvil;
import rig.chain.LocalNode;
import simulations.rollup.TransferStormSimulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A run is killed at any moment, while it funds, sends or sweeps: the accounts file brings the money back, to the wei. {@code -DrunKills=20} for more. */
@Execution(ExecutionMode.CONCURRENT)
final class KilledRunTest {

  private static final int KILLS = Integer.getInteger("runKills", 2);
  private static final int LONGEST_MILLIS = 6_000;
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final long CHAIN = 31_337;
  private static final long GWEI = 1_000_000_000;
  private static final BigInteger RICH = BigInteger.TEN.pow(24);

  @TempDir
  private Path folder;

  static IntStream moments() {
    return new Random().ints(KILLS, 0, LONGEST_MILLIS);
  }

  @ParameterizedTest(name = "{0} ms after its keys are on the disk")
  @MethodSource("moments")
  void theMoneyComesBack(int millis) throws Exception {
    Account payer = Keyring.dev(CHAIN).accounts(1).getFirst();
    try (LocalNode node = chain(payer)) {
      Path target = Files.writeString(folder.resolve("local.conf"), """
          system = rollup
          chains { l2 { id = %d, url = "%s", ws = "%s" } }
          """.formatted(CHAIN, node.url(), node.socket()));
      Path results = Files.createDirectory(folder.resolve("results"));
      Path accounts = killed(results, target, millis);
      String told = recovered(target, accounts);
      assertThat(told).contains("ETH");
      assertThat(inAccounts(node, payer, accounts).add(inFees(node))).as(told).isEqualTo(RICH);
    }
  }

  private static LocalNode chain(Account payer) throws IOException {
    ChainOptions options = ChainOptions.of(InstalledAnvil.path())
        .withId(CHAIN)
        .withBlockTime(Duration.ofMillis(300))
        .withGas(new ChainOptions.Gas(120_000_000, GWEI));
    return LocalNode.start(options, List.of(payer.address()), RICH);
  }

  private static Path killed(Path results, Path target, int millis) throws Exception {
    try (ForkedRun run = ForkedRun.start(results, TransferStormSimulation.class, "target=" + target, "rate=40",
        "duration=2s", "lead=1s", "senders=20", "allowance=1 ether")) {
      await().atMost(DEADLINE)
          .failFast("the run has ended without accounts",
              () -> run.endsWithin(Duration.ZERO) && accounts(results).isEmpty())
          .until(() -> accounts(results).isPresent());
      run.endsWithin(Duration.ofMillis(millis));
    }
    return accounts(results).orElseThrow();
  }

  private static Optional<Path> accounts(Path results) throws IOException {
    try (Stream<Path> files = Files.walk(results)) {
      return files.filter(file -> file.getFileName().toString().matches("accounts-.*\\.json")).findFirst();
    }
  }

  private String recovered(Path target, Path accounts) throws Exception {
    Path output = folder.resolve("recover.txt");
    Process recovery = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
        System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
        "cli.Broadside", "funds", "recover", "--target", target.toString(), "--accounts", accounts.toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    boolean ended = recovery.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    recovery.destroyForcibly();
    String told = Files.readString(output);
    assertThat(ended).as(told).isTrue();
    assertThat(recovery.exitValue()).as(told).isZero();
    return told;
  }

  /** What the payer and the accounts have now, in wei. */
  private static BigInteger inAccounts(LocalNode node, Account payer, Path path) throws IOException {
    List<String> addresses = new ArrayList<>(List.of(payer.address()));
    try (AccountsFile file = AccountsFile.open(path)) {
      file.children().forEach(child -> addresses.add(child.address()));
    }
    Web3j web3j = Web3j.build(new HttpService(node.url().toString()));
    BigInteger sum = BigInteger.ZERO;
    for (String address : addresses) {
      sum = sum.add(web3j.ethGetBalance(address, DefaultBlockParameterName.LATEST).send().getBalance());
    }
    web3j.shutdown();
    return sum;
  }

  /** What all transactions have cost that the chain has ever seen: nobody else is on it, and what they pay stays among them. */
  private static BigInteger inFees(LocalNode node) throws IOException {
    Web3j web3j = Web3j.build(new HttpService(node.url().toString()));
    BigInteger sum = BigInteger.ZERO;
    long head = web3j.ethBlockNumber().send().getBlockNumber().longValueExact();
    for (long block = 1; block <= head; block++) {
      DefaultBlockParameter number = DefaultBlockParameter.valueOf(BigInteger.valueOf(block));
      for (TransactionReceipt receipt : web3j.ethGetBlockReceipts(number).send().getBlockReceipts().orElseThrow()) {
        sum = sum.add(receipt.getGasUsed().multiply(Numeric.decodeQuantity(receipt.getEffectiveGasPrice())));
      }
    }
    web3j.shutdown();
    return sum;
  }
}
