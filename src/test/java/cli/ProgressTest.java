package cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ProgressTest {

  private final StringWriter err = new StringWriter();
  private long millis = 5000;
  private final Progress progress = new Progress(new PrintWriter(err), () -> TimeUnit.MILLISECONDS.toNanos(millis));

  @Test
  void shortWorkIsNotDisturbed() {
    tell("read", 1_000_000, 1999);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void longWorkTellsOnceInTwoSecondsWhatItDoes() {
    tell("read", 1000, 2000);
    tell("read", 1500, 1000);
    tell("read", 2000, 999);
    tell("written", 2500, 1);
    tell("written", 3000, 1999);
    assertThat(err.toString().lines()).containsExactly("1,000 instructions read …", "2,500 instructions written …");
  }

  private void tell(String done, long instructions, long after) {
    millis += after;
    progress.at(done, instructions);
  }
}
