package account;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever pays may be killed at any moment: the file alone brings the money back, to the wei. {@code -Dkills=20} for more. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
final class KilledFunderTest {

  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final int CHILDREN = 20;
  /** About how long a round of the victim takes. */
  private static final int ROUND_MILLIS = 2_500;

  @TempDir
  Path folder;

  @Test
  void theMoneyComesBack() throws IOException, InterruptedException {
    var random = new Random();
    try (var treasury = new Treasury()) {
      treasury.children(folder, CHILDREN).close();
      for (int i = 0; i < KILLS; i++) {
        int millis = random.nextInt(ROUND_MILLIS);
        killed(treasury, millis);
        recovered(treasury, "kill %d, %d ms after its start".formatted(i, millis));
      }
    }
  }

  private void killed(Treasury treasury, int millis) throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process victim = new ProcessBuilder(java, "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", FunderVictim.class.getName(),
        treasury.chain.spec().url().toString(), Long.toString(treasury.chainId()), path().toString())
        .redirectErrorStream(true)
        .start();
    try (BufferedReader output = victim.inputReader()) {
      assertThat(output.readLine()).isEqualTo("ready");
      boolean ended = victim.waitFor(millis, TimeUnit.MILLISECONDS);
      assertThat(ended).as("it pays until it is killed").isFalse();
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  private void recovered(Treasury treasury, String when) throws IOException {
    try (AccountsFile file = AccountsFile.open(path())) {
      Statement statement = new Funder(treasury.node, file, treasury.rules()).recover();
      BigInteger now = treasury.node.balance(Treasury.FUNDER.address());
      BigInteger held = treasury.balances(file).stream().reduce(BigInteger.ZERO, BigInteger::add);
      assertThat(treasury.balances(file)).as(when).allMatch(left -> left.compareTo(Treasury.costOfOne()) < 0);
      assertThat(now.add(statement.fees()).add(held)).as("%s: %s", when, statement).isEqualTo(treasury.rich);
      assertThat(statement.unexplained()).as(when).isZero();
      assertThat(statement.spending().net()).as(when).isZero();
    }
  }

  private Path path() {
    return folder.resolve("accounts.json");
  }
}
