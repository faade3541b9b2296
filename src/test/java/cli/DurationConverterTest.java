package cli;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class DurationConverterTest {

  private final DurationConverter converter = new DurationConverter();

  @Test
  void everyUnit() {
    assertThat(converter.convert("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(converter.convert("1.5s")).isEqualTo(Duration.ofMillis(1500));
    assertThat(converter.convert("2m")).isEqualTo(Duration.ofMinutes(2));
    assertThat(converter.convert(" 1 h ")).isEqualTo(Duration.ofHours(1));
    assertThat(converter.convert("0s")).isZero();
  }

  @Test
  void anythingElseIsRefused() {
    for (String text : new String[] {"20", "-5s", "5 days", "s", "", "1e3s", "0.5ms", "999999999999999h"}) {
      assertThatThrownBy(() -> converter.convert(text)).as(text).isInstanceOf(TypeConversionException.class);
    }
  }
}
