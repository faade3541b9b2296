package invariant.workload;

import java.util.OptionalLong;
import java.util.Set;

/**
 * What a history has to obey, beyond what its workload always asks.
 *
 * @param total what all balances of a bank sum to; when it is not given, the first read tells
 * @param accounts the accounts of a bank; when there are none, the first read tells
 * @param negativeAllowed whether a balance may be below zero
 * @param linearizable whether a read of a set or a list must show everything that was there before it began
 * @param steps how far the search for an order of one register's operations may go before it is given up, 1 or more
 */
public record WorkloadRules(OptionalLong total, Set<String> accounts, boolean negativeAllowed, boolean linearizable,
    long steps) {

  /** Some seconds, and some hundred megabytes at worst. */
  public static final long STEPS = 2_000_000;

  public WorkloadRules {
    accounts = Set.copyOf(accounts);
  }

  /** Nothing beyond. */
  public static WorkloadRules defaults() {
    return new WorkloadRules(OptionalLong.empty(), Set.of(), false, false, STEPS);
  }
}
