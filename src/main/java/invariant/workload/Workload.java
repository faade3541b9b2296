package invariant.workload;

import invariant.Invariant;
import java.util.Locale;
import java.util.function.Function;

/** What is asked of a system so that its answers can be judged without knowing it. */
public enum Workload {
  /** Money is moved between accounts, and all of it is read. */
  BANK(ReadsSumToTheTotal::new),
  /** Elements are added to a set, and all of them are read. */
  SET(AddedElementsAreRead::new),
  /** A number grows or shrinks, and is read. */
  COUNTER(CountsStayWithinBounds::new),
  /** Transactions append elements to lists, and read lists. */
  LIST_APPEND(ListsGrowInOneOrder::new),
  /** Registers are written, compared and set, and read. */
  REGISTER(RegistersAreLinearizable::new);

  private final Function<WorkloadRules, Invariant> judge;

  Workload(Function<WorkloadRules, Invariant> judge) {
    this.judge = judge;
  }

  /** The judge of a history of this workload. */
  public Invariant judge(WorkloadRules rules) {
    return judge.apply(rules);
  }

  /** Its name as Jepsen spells it: {@code list-append}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
