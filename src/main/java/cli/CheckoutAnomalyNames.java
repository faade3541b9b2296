package cli;

import rig.checkout.Anomaly;

/** The anomalies of the checkout rig, for the command line. */
final class CheckoutAnomalyNames extends AnomalyNames<Anomaly> {

  CheckoutAnomalyNames() {
    super(Anomaly.values());
  }
}
