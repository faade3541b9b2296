package invariant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FindingsTest {

  @Test
  void brokenBeatsOpen() {
    Findings findings = new Findings("break");
    findings.checked();
    findings.open("who knows");
    findings.broken("this");
    assertThat(findings.verdict("all is well")).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void openBeatsHolding() {
    Findings findings = new Findings("break");
    findings.checked();
    findings.open("who knows");
    assertThat(findings.verdict("all is well"))
        .isEqualTo(new Verdict.Undetermined("1 open question; the first: who knows"));
  }

  @Test
  void manyBreaksAreCountedAndTenAreShown() {
    Findings findings = new Findings("break");
    for (int i = 0; i < 1_200; i++) {
      findings.broken("number " + i);
    }
    assertThat(findings.verdict("")).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
      assertThat(broken.count()).isEqualTo(1_200);
      assertThat(broken.summary()).isEqualTo("1,200 breaks; the first: number 0");
      assertThat(broken.witnesses()).hasSize(10);
    });
  }

  @Test
  void amountsAreSummed() {
    Findings findings = new Findings("wrong stock", "unit");
    findings.broken(2, () -> "item 1");
    findings.broken(1_500, () -> "item 2");
    assertThat(findings.verdict("")).isInstanceOfSatisfying(Verdict.Broken.class,
        broken -> assertThat(broken.summary()).isEqualTo("2 wrong stocks (1,502 units); the first: item 1"));
  }

  @Test
  void nothingFoundIsNothingDecided() {
    assertThat(new Findings("break").verdict("all is well"))
        .isEqualTo(new Verdict.Undetermined("nothing was looked at"));
  }
}
