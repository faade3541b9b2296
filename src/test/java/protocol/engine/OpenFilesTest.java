package protocol.engine;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** There are never more connections than the process may have open, those kept for later included. */
final class OpenFilesTest {

  @Test
  void halfOfTheFilesAreForRequestsUnderWay() {
    assertThat(OpenFiles.connections(20_000)).isEqualTo(9_488);
  }

  @Test
  void aHighLimitIsNotUsedUp() {
    assertThat(OpenFiles.connections(1_048_576)).isEqualTo(16_384);
    assertThat(OpenFiles.connections(-1)).isEqualTo(64);
  }

  @Test
  void aLowLimitLeavesAFew() {
    assertThat(OpenFiles.connections(1_024)).isEqualTo(64);
  }

  @Test
  void thisProcessHasRoom() {
    assertThat(OpenFiles.connections()).isBetween(64, 16_384);
  }
}
