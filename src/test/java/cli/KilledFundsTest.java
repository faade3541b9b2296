package cli;

import account.Account;
import account.AccountsFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code broadside funds fund} may be killed at any moment: another process brings the money back, to the wei. {@code -Dkills=20} for more. */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
final class KilledFundsTest {

  private static final int KILLS = Integer.getInteger("kills", 5);
  private static final int CHILDREN = 40;
  /** About how long it takes from the start of the process to its end, and how long it pays. */
  private static final int LIFE_MILLIS = 4_000;
  private static final int PAYING_MILLIS = 700;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir
  Path folder;

  @Test
  void theMoneyComesBack() throws IOException, InterruptedException {
    var random = new Random();
    try (var stage = new FundsStage()) {
      for (int i = 1; i <= KILLS; i++) {
        boolean paying = i % 2 == 1;
        int millis = random.nextInt(paying ? PAYING_MILLIS : LIFE_MILLIS);
        String when = "kill %d, %d ms after %s".formatted(i, millis, paying ? "its estimate" : "its start");
        killed(stage, new Moment(paying, millis), i);
        recovered(stage, when);
        assertThat(everything(stage)).as(when).isEqualTo(stage.rich);
      }
    }
  }

  /** So long after the estimate, or else after the start. */
  private record Moment(boolean paying, int millis) {}

  /** From kill to kill the level rises: there is something to pay each time. */
  private void killed(FundsStage stage, Moment moment, int round) throws IOException, InterruptedException {
    Path said = folder.resolve("paying");
    Process process = FundsStage.start(said, "fund", "--rpc-url", stage.url(), "-n", String.valueOf(CHILDREN),
        "--amount", round + " ether", "-a", file().toString());
    try {
      if (moment.paying()) {
        await().atMost(PATIENCE).until(() -> Files.readString(said).contains("accounts lack"));
      }
      boolean _ = process.waitFor(moment.millis(), TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void recovered(FundsStage stage, String when) throws IOException, InterruptedException {
    Path said = folder.resolve("recovering");
    Process process = FundsStage.start(said, "recover", "--rpc-url", stage.url(), "-a", file().toString());
    try {
      assertThat(process.waitFor(PATIENCE)).as(when).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(process.exitValue()).as("%s: %s", when, Files.readString(said)).isZero();
    assertThat(Files.readString(said)).as(when).contains("HOLDS").contains("still held by 0 accounts");
  }

  /** What all have, and what all transactions have cost: no wei is made or lost, by a reader of its own. */
  private BigInteger everything(FundsStage stage) throws IOException {
    BigInteger all = stage.balance(stage.payer.address()).add(stage.fees());
    try (AccountsFile file = AccountsFile.peek(file())) {
      for (Account child : file.children()) {
        all = all.add(stage.balance(child.address()));
      }
    }
    return all;
  }

  private Path file() {
    return folder.resolve("accounts-node.json");
  }
}
