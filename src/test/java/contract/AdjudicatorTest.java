package contract;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AdjudicatorTest {

  @Test
  void selectorsAreThoseOfThePublishedInterface() {
    assertThat(Adjudicator.DEPOSIT).isEqualTo("0x2fb1d270");
    assertThat(Adjudicator.HOLDINGS).isEqualTo("0x166e56cd");
    assertThat(Adjudicator.CONCLUDE_AND_TRANSFER).isEqualTo("0xec346235");
    assertThat(Adjudicator.CONCLUDE).isEqualTo("0xee049b50");
    assertThat(Adjudicator.CHALLENGE).isEqualTo("0x8286a060");
    assertThat(Adjudicator.CHECKPOINT).isEqualTo("0x6d2a9c92");
    assertThat(Adjudicator.TRANSFER).isEqualTo("0x31afa0b4");
    assertThat(Adjudicator.STATUS_OF).isEqualTo("0xc7df14e2");
  }

  @Test
  void unpacksTheStatusWord() {
    String word = "0x" + "000000000007" + "0000650a1b2c" + "ff".repeat(20);
    assertThat(Adjudicator.status(word)).isEqualTo(new Status(7, 0x650a1b2cL));
  }
}
