package invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What a judge finds while it goes through a history, and the verdict that follows: broken beats open beats holding. */
public final class Findings {

  private static final int WITNESSES = 10;

  private final String breach;
  private final String unit;
  private final List<String> witnesses = new ArrayList<>();
  private long checked;
  private long broken;
  private long amount;
  private long open;
  private String firstOpen = "";

  /**
   * Nothing is found yet.
   *
   * @param breach what one break is called, in words that take an s for more, for example {@code wrong payout}
   */
  public Findings(String breach) {
    this(breach, "");
  }

  /**
   * Nothing is found yet.
   *
   * @param breach what one break is called, in words that take an s for more, for example {@code wrong stock}
   * @param unit what the amounts of breaks are counted in, in words that take an s for more, for example {@code unit}
   */
  public Findings(String breach, String unit) {
    this.breach = breach;
    this.unit = unit;
  }

  /** A fact was looked at. */
  public void checked() {
    checked++;
  }

  /** How many facts were looked at so far. */
  public long looks() {
    return checked;
  }

  /** A fact contradicts the invariant for certain; the witness names entity and values. */
  public void broken(String witness) {
    broken(0, () -> witness);
  }

  /**
   * A fact contradicts the invariant for certain.
   *
   * @param by how much, in the unit of these findings; 0 or more
   * @param witness names entity and values; asked only as long as there is room for witnesses
   */
  public void broken(long by, Supplier<String> witness) {
    broken++;
    amount += by;
    if (witnesses.size() < WITNESSES) {
      witnesses.add(witness.get());
    }
  }

  /** Something is not known that could change the answer. */
  public void open(String why) {
    open(() -> why);
  }

  /** Something is not known that could change the answer; why is asked of the first. */
  public void open(Supplier<String> why) {
    open++;
    if (open == 1) {
      firstOpen = why.get();
    }
  }

  /**
   * The verdict on what was found.
   *
   * @param evidence counts when all is well
   */
  public Verdict verdict(String evidence) {
    if (broken > 0) {
      String by = amount == 0 ? "" : " (" + count(amount, unit) + ")";
      return new Verdict.Broken(broken, count(broken, breach) + by + "; the first: " + witnesses.getFirst(),
          List.copyOf(witnesses));
    }
    if (open > 0) {
      return new Verdict.Undetermined(count(open, "open question") + "; the first: " + firstOpen);
    }
    return checked == 0 ? new Verdict.Undetermined("nothing was looked at") : new Verdict.Holds(checked, evidence);
  }

  /** A number and what it counts: {@code 1 channel}, {@code 12,000 channels}. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
