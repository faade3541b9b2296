package rig.wallet;

import java.util.Optional;
import java.util.Set;
import load.Roles;
import rig.chain.ChainOptions;

/**
 * Which wallets to run, and how.
 *
 * @param roles who they are
 * @param chain the chain to start for them; none when empty, and then nothing is funded on chain
 * @param settings how each behaves
 * @param anomalies the bugs to plant
 */
public record WalletRigOptions(Roles roles, Optional<ChainOptions> chain, WalletSettings settings,
    Set<Anomaly> anomalies) {

  /** Honest wallets without a chain. */
  public static WalletRigOptions of(Roles roles) {
    return new WalletRigOptions(roles, Optional.empty(), WalletSettings.DEFAULT, Set.of());
  }

  /** The same with a chain. */
  public WalletRigOptions withChain(ChainOptions options) {
    return new WalletRigOptions(roles, Optional.of(options), settings, anomalies);
  }

  /** The same with other behaviour. */
  public WalletRigOptions withSettings(WalletSettings other) {
    return new WalletRigOptions(roles, chain, other, anomalies);
  }

  /** The same with planted bugs. */
  public WalletRigOptions withAnomalies(Set<Anomaly> planted) {
    return new WalletRigOptions(roles, chain, settings, Set.copyOf(planted));
  }
}
