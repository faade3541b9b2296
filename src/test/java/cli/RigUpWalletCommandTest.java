package cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import load.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The wallets' rig alone, in a process of its own: it is up, told by its target file, and gone without a trace however it ends. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class RigUpWalletCommandTest {

  @TempDir
  Path folder;

  @Test
  void stopsCleanlyWhenAsked() throws Exception {
    RigProcess rig = RigProcess.up(folder, "wallet", "--chain", "none");
    assertThat(rig.children()).isNotEmpty();
    assertThat(rig.target().endpoints()).allMatch(endpoint -> RigProcess.answers(endpoint, "/"))
        .allMatch(RigProcess::keepsRows);

    rig.process().toHandle().destroy(); // as the process itself would close what it still says

    assertThat(rig.process().waitFor(RigProcess.DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(rig.process().inputReader().readAllLines()).contains("The rig is down.");
    rig.assertGone();
  }

  @Test
  void walletsChallengeByThemselvesOnlyWhenTold() {
    assertThat(challengeAfter()).isEmpty();
    assertThat(challengeAfter("--challenge-after", "90s")).contains(Duration.ofSeconds(90));
  }

  private static Optional<Duration> challengeAfter(String... options) {
    var command = new RigUpWalletCommand();
    var parsed = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    parsed.parseArgs(Stream.concat(Stream.of("--chain", "none"), Stream.of(options)).toArray(String[]::new));
    return command.options(Roles.defaults()).settings().challengeAfter();
  }

  @Test
  void leavesNothingWhenKilled() throws Exception {
    RigProcess rig = RigProcess.up(folder, "wallet", "--chain", "none");

    rig.process().destroyForcibly();

    rig.assertGone();
  }
}
