package invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a judge finds while it goes through a history, and the verdict that follows: broken beats open beats holding. */
final class Findings {

  private static final int WITNESSES = 10;

  private final List<String> witnesses = new ArrayList<>();
  private long checked;
  private long broken;
  private long open;
  private String firstOpen = "";

  private Findings() {}

  /**
   * Judges. A judge that crashes has decided nothing.
   *
   * @param breach what one break is called, in words that take an s for more, for example {@code wrong payout}
   * @param judge notes its findings, and returns the evidence that counts when all is well
   */
  static Verdict judge(String breach, Function<Findings, String> judge) {
    Findings findings = new Findings();
    try {
      return findings.verdict(breach, judge.apply(findings));
    } catch (RuntimeException e) {
      return new Verdict.Undetermined("the judge crashed: " + e);
    }
  }

  /** A fact was looked at. */
  void checked() {
    checked++;
  }

  /** How many facts were looked at so far. */
  long looks() {
    return checked;
  }

  /** A fact contradicts the invariant for certain; the witness names entity and values. */
  void broken(String witness) {
    broken++;
    if (witnesses.size() < WITNESSES) {
      witnesses.add(witness);
    }
  }

  /** Something is not known that could change the answer. */
  void open(String why) {
    open++;
    if (open == 1) {
      firstOpen = why;
    }
  }

  private Verdict verdict(String breach, String evidence) {
    if (broken > 0) {
      return new Verdict.Broken(broken, count(broken, breach) + "; the first: " + witnesses.getFirst(),
          List.copyOf(witnesses));
    }
    if (open > 0) {
      return new Verdict.Undetermined(count(open, "open question") + "; the first: " + firstOpen);
    }
    return checked == 0 ? new Verdict.Undetermined("nothing was looked at") : new Verdict.Holds(checked, evidence);
  }

  /** A number and what it counts: {@code 1 channel}, {@code 12,000 channels}. */
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
