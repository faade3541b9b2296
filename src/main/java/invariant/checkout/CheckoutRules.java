package invariant.checkout;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the judges of checkouts look at, beyond what every run gives cause for.
 *
 * @param matters what is judged
 */
public record CheckoutRules(Set<Matter> matters) {

  public CheckoutRules {
    matters = Set.copyOf(matters);
  }

  /** Everything is judged. */
  public static CheckoutRules all() {
    return new CheckoutRules(EnumSet.allOf(Matter.class));
  }

  /** The same rules, but for some matters that the target or the load gives no cause to judge. */
  public CheckoutRules without(Matter... left) {
    EnumSet<Matter> rest = EnumSet.noneOf(Matter.class);
    rest.addAll(matters);
    rest.removeAll(Arrays.asList(left));
    return new CheckoutRules(rest);
  }

  /** Whether a matter is judged. */
  public boolean judges(Matter matter) {
    return matters.contains(matter);
  }
}
