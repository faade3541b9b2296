package cli;

import rig.wallet.Anomaly;

/** The anomalies of the wallet rig, for the command line. */
final class WalletAnomalyNames extends AnomalyNames<Anomaly> {

  WalletAnomalyNames() {
    super(Anomaly.values());
  }
}
