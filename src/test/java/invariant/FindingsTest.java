package invariant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FindingsTest {

  @Test
  void brokenBeatsOpen() {
    Verdict verdict = Findings.judge("break", findings -> {
      findings.checked();
      findings.open("who knows");
      findings.broken("this");
      return "all is well";
    });
    assertThat(verdict).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void openBeatsHolding() {
    Verdict verdict = Findings.judge("break", findings -> {
      findings.checked();
      findings.open("who knows");
      return "all is well";
    });
    assertThat(verdict).isEqualTo(new Verdict.Undetermined("1 open question; the first: who knows"));
  }

  @Test
  void manyBreaksAreCountedAndTenAreShown() {
    Verdict verdict = Findings.judge("break", findings -> {
      for (int i = 0; i < 1_200; i++) {
        findings.broken("number " + i);
      }
      return "";
    });
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
      assertThat(broken.count()).isEqualTo(1_200);
      assertThat(broken.summary()).isEqualTo("1,200 breaks; the first: number 0");
      assertThat(broken.witnesses()).hasSize(10);
    });
  }

  @Test
  void crashedJudgesHaveDecidedNothing() {
    Verdict verdict = Findings.judge("break", findings -> {
      findings.checked();
      throw new IllegalStateException("no journal");
    });
    assertThat(verdict)
        .isEqualTo(new Verdict.Undetermined("the judge crashed: java.lang.IllegalStateException: no journal"));
  }
}
