package protocol.rpc.node;

import history.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class ErrorTableTest {

  /** What nodes say, as they say it. */
  @ParameterizedTest
  @CsvFileSource(resources = "/rpc/errors-as-said.csv", delimiter = '|', numLinesToSkip = 1)
  void theTableKnowsWhatNodesSay(String node, int code, String message, ErrorKind kind) {
    assertThat(ErrorTable.standard().kind(new RpcError(code, message, null))).as(node).isEqualTo(kind);
  }

  @Test
  void whatANodeCannotTellIsUnknownAndTheRestIsRefused() {
    RpcError error = new RpcError(-32000, "so it is", null);
    assertThat(ErrorKind.NONCE_TOO_LOW.outcome(error)).isEqualTo(new Outcome.Refused("nonce-too-low", "so it is"));
    assertThat(ErrorKind.OTHER.outcome(error)).isEqualTo(new Outcome.Refused("error-32000", "so it is"));
    assertThat(ErrorKind.TIMEOUT.outcome(error)).isEqualTo(new Outcome.Unknown("timeout", "so it is"));
    assertThat(ErrorKind.INTERNAL.outcome(error)).isEqualTo(new Outcome.Unknown("internal", "so it is"));
  }

  @Test
  void rowsOfOnesOwnComeFirst(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("errors.csv"), """
        kind,node,code,pattern
        pool-full,ours,-32000,moon is full
        """);
    ErrorTable table = ErrorTable.standard().after(file);
    assertThat(table.kind(new RpcError(-32000, "The Moon is full", null))).isEqualTo(ErrorKind.POOL_FULL);
    assertThat(table.kind(new RpcError(-32000, "already known", null))).isEqualTo(ErrorKind.ALREADY_KNOWN);
  }

  @Test
  void aRowThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("errors.csv"), """
        kind,node,code,pattern
        pool-full,ours,,fine
        too-late,ours,,x
        """);
    assertThatIllegalArgumentException().isThrownBy(() -> ErrorTable.standard().after(file))
        .withMessageContaining("errors.csv, row 2")
        .withMessageContaining("too-late");
  }
}
