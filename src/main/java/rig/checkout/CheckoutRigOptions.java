package rig.checkout;

import java.util.Set;
import targets.Dialect;

/**
 * Which checkout to run.
 *
 * @param dialect the generation of the API that it speaks
 * @param gateway whether one port answers for all three services; else each has its own
 * @param anomalies the bugs to plant
 */
public record CheckoutRigOptions(Dialect dialect, boolean gateway, Set<Anomaly> anomalies) {

  /** Honest services that speak the dialect of 2021 to 2023, behind one port. */
  public static final CheckoutRigOptions DEFAULT = new CheckoutRigOptions(Dialect.B, true, Set.of());

  /** The same in another dialect. */
  public CheckoutRigOptions withDialect(Dialect other) {
    return new CheckoutRigOptions(other, gateway, anomalies);
  }

  /** The same with one port for all, or with three. */
  public CheckoutRigOptions withGateway(boolean onePort) {
    return new CheckoutRigOptions(dialect, onePort, anomalies);
  }

  /** The same with planted bugs. */
  public CheckoutRigOptions withAnomalies(Set<Anomaly> planted) {
    return new CheckoutRigOptions(dialect, gateway, Set.copyOf(planted));
  }
}
