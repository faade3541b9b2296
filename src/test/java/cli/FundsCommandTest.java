package cli;

import account.Account;
import account.AccountsFile;
import account.Keyring;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import protocol.rpc.node.FakeNode;

import static cli.FundsStage.funds;
import static org.assertj.core.api.Assertions.assertThat;

/** The commands about money, on a chain of our own. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
final class FundsCommandTest {

  private static final BigInteger ETHER = BigInteger.TEN.pow(18);

  @TempDir
  Path folder;

  private FundsStage stage;

  @BeforeEach
  void start() throws IOException {
    stage = new FundsStage();
  }

  @AfterEach
  void stop() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void paysTopsUpShowsAndBringsBack() throws IOException {
    assertThat(fund(12, "0.1 ether").out()).contains("12 accounts lack 1.2 ETH").contains("funds recover");
    assertThat(fund(15, "0.2 ether").out()).contains("15 accounts lack 1.8 ETH");
    var status = funds("status", "--rpc-url", stage.url(), "-a", file());
    assertThat(status.code()).isZero();
    assertThat(status.out()).contains("- still held by 15 accounts")
        .contains("3.000000000000000000 ETH")
        .contains("HOLDS");
    var recovered = funds("recover", "--rpc-url", stage.url(), "-a", file());
    assertThat(recovered.code()).isZero();
    assertThat(recovered.out()).contains("came back from 15 accounts").contains("- still held by 0 accounts");
    assertThat(stage.balance(stage.payer.address()).add(stage.fees())).isEqualTo(stage.rich);
    var again = funds("recover", "--rpc-url", stage.url(), "-a", file());
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("no account had what a payment costs");
    assertThat(table(again.out())).isEqualTo(table(recovered.out()));
    assertThat(stage.balance(stage.payer.address()).add(stage.fees())).isEqualTo(stage.rich);
  }

  @Test
  void sweepsWithoutAsking() throws IOException {
    fund(3, "0.1 ether");
    var swept = funds("sweep", "--rpc-url", stage.url(), "-a", file());
    assertThat(swept.code()).isZero();
    assertThat(swept.out()).contains("came back from 3 accounts").doesNotContain("HOLDS");
    assertThat(balances()).containsOnly(BigInteger.ZERO);
  }

  @Test
  void isRedWhenAWeiIsMissing() throws IOException {
    fund(2, "0.1 ether");
    String child = children().getFirst().address();
    stage.setBalance(child, stage.balance(child).subtract(BigInteger.ONE));
    var recovered = funds("recover", "--rpc-url", stage.url(), "-a", file());
    assertThat(recovered.code()).isEqualTo(1);
    assertThat(recovered.out()).contains("BROKEN").containsPattern("unexplained +0\\.000000000000000001 ETH");
    assertThat(balances()).as("what is there is brought back all the same").containsOnly(BigInteger.ZERO);
  }

  @Test
  void targetsNameChainAndLimit() throws IOException {
    Path two = target("a", 9001, stage.url(), "max-spend = 1 ether");
    assertThat(funds("fund", "-t", two, "-n", 3, "--amount", "0.5 ether", "-a", file()).err())
        .contains("max-spend is 1 ETH");
    assertThat(file()).as("nobody was paid, so nothing is to be recovered").doesNotExist();
    assertThat(funds("fund", "-t", two, "-n", 1, "--amount", "0.5 ether", "-a", file()).code()).isZero();
    assertThat(funds("recover", "-t", target("b", 9001, stage.url(), ""), "-a", file()).err())
        .isEqualTo(file() + " is of the target a, not of b: name that target, or another file with --accounts\n");
    assertThat(funds("recover", "-t", target("a", 5, stage.url(), ""), "-a", file()).err())
        .isEqualTo(file() + " was paid on chain 9001, and this is chain 5: name its target or node, or another file"
            + " with --accounts\n");
    assertThat(funds("recover", "-t", target("a", 9001, stage.url(), ""), "-a", file()).code()).isZero();
  }

  @Test
  void looksOnlyWhereTheFileWasPaid() throws IOException {
    Path several = several();
    assertThat(funds("fund", "-t", several, "--chain", "l2", "-n", 2, "--amount", "1 ether", "-a", file()).code())
        .isZero();
    var recovered = funds("recover", "-t", several, "-a", file());
    assertThat(recovered.code()).as("nobody asks l1, which is dead: %s", recovered).isZero();
    assertThat(recovered.out()).contains("chain l2 at").contains("came back from 2 accounts").doesNotContain("l1");
  }

  @Test
  void saysInALineWhatIsWrong() throws IOException {
    Path several = several();
    line(funds("fund", "-t", several, "-n", 1, "--amount", "1 gwei"), 2, "add --chain and one of l1, l2");
    line(funds("status", "-t", several, "--chain", "l3"), 2, "has no chain l3; it has l1, l2");
    line(funds("status", "-t", several, "--rpc-url", stage.url()), 2, "give one of them");
    line(funds("status", "--rpc-url", "http://a b:5ecre7"), 2, "--rpc-url is no address");
    line(funds("fund", "--rpc-url", stage.url(), "--amount", "1 gwei", "-a", file()), 2, "--count is missing");
    line(funds("recover", "--rpc-url", stage.url(), "-a", file()), 1, "there is no accounts file " + file());
    line(funds("fund", "-t", target("a", 5, stage.url(), ""), "-n", 1, "--amount", "1 gwei", "-a", file()), 1,
        "the node follows chain 9001, the target says 5");
    Files.writeString(file(), "{}");
    line(funds("recover", "--rpc-url", stage.url(), "-a", file()), 1, file() + " ");
    Files.delete(file());
    AccountsFile.create(file(), "", "0x" + "f0".repeat(20), Keyring.fresh().accounts(1)).close();
    line(funds("fund", "--rpc-url", stage.url(), "--amount", "1 gwei", "-a", file()), 1, "is somebody else's");
    line(funds("recover", "--rpc-url", "http://127.0.0.1:1/5ecre7", "-a", file()), 1,
        "127.0.0.1:1/*** does not answer");
    try (AccountsFile _ = AccountsFile.open(file())) {
      line(funds("recover", "--rpc-url", stage.url(), "-a", file()), 1, "is in use");
    }
    try (var main = new FakeNode().answers("eth_chainId", "0x1")) {
      line(funds("recover", "--rpc-url", main.url(), "-a", file()), 1, "Ethereum, where money is real");
    }
  }

  private FundsStage.Said fund(int count, String amount) {
    var said = funds("fund", "--rpc-url", stage.url(), "-n", count, "--amount", amount, "-a", file());
    assertThat(said.code()).as("%s", said).isZero();
    assertThat(said.out()).doesNotContain(stage.payer.address().substring(2).repeat(2));
    return said;
  }

  private void line(FundsStage.Said said, int code, String part) {
    assertThat(said.err()).contains(part).doesNotContain("5ecre7");
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.code()).isEqualTo(code);
  }

  private static String table(String out) {
    return out.lines().filter(line -> line.startsWith("  ")).reduce("", String::concat);
  }

  private Path several() throws IOException {
    Path several = folder.resolve("several.conf");
    return Files.writeString(several,
        "system = rollup\nchains { l1 { id = 1337, url = \"http://127.0.0.1:1\" }, l2 { id = 9001, url = \""
            + stage.url() + "\" } }");
  }

  private Path target(String name, long id, String url, String more) throws IOException {
    Path file = folder.resolve(name + ".conf");
    return Files.writeString(file,
        "system = rollup\nchains { l2 { id = " + id + ", url = \"" + url + "\"\n" + more + "\n} }");
  }

  private List<Account> children() throws IOException {
    try (AccountsFile file = AccountsFile.peek(file())) {
      return file.children();
    }
  }

  private List<BigInteger> balances() throws IOException {
    return children().stream().map(child -> {
      try {
        return stage.balance(child.address());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }).toList();
  }

  private Path file() {
    return folder.resolve("accounts-node.json");
  }
}
