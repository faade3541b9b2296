package simulations;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import load.Roles;
import rig.Rig;
import rig.chain.AnvilFinder;
import rig.chain.ChainOptions;
import rig.wallet.Anomaly;
import rig.wallet.WalletRig;
import rig.wallet.WalletRigOptions;
import targets.Capability;

/** The embedded targets, by system. */
final class Rigs {

  /** What an embedded target can be asked to be. */
  static final List<String> SETTINGS = List.of("roles", "chain", "anvil", "anomaly");

  private Rigs() {}

  /** Binds the embedded target of a system; nothing is started yet. */
  static Rig bind(String system, Settings settings) {
    return switch (system) {
      case "wallet" -> WalletRig.bind(wallets(settings));
      default -> throw new IllegalArgumentException("there is no embedded target for the system " + system);
    };
  }

  /** What the embedded target of a system can be asked for. */
  static Set<Capability> capabilities(Settings settings) {
    EnumSet<Capability> capabilities = EnumSet.of(Capability.LEDGER_FUNDING, Capability.STATE_LOG, Capability.DATABASE);
    if (!settings.text("chain", "anvil").equals("none")) {
      capabilities.add(Capability.DIRECT_FUNDING);
    }
    return capabilities;
  }

  private static WalletRigOptions wallets(Settings settings) {
    Roles roles = settings.given("roles").map(file -> Roles.read(Resources.find(file))).orElseGet(Roles::defaults);
    WalletRigOptions options = WalletRigOptions.of(roles).withAnomalies(anomalies(settings));
    return switch (settings.text("chain", "anvil")) {
      case "none" -> options;
      case "anvil" -> options.withChain(ChainOptions.of(anvil(settings)));
      case String other ->
        throw new IllegalArgumentException("-Dchain=" + other + " cannot be used: give anvil or none");
    };
  }

  private static Path anvil(Settings settings) {
    return settings.given("anvil")
        .map(Path::of)
        .or(() -> AnvilFinder.find(Path.of(""), settings.searchPath()))
        .orElseThrow(AnvilFinder::missing);
  }

  private static Set<Anomaly> anomalies(Settings settings) {
    return Arrays.stream(settings.text("anomaly", "").split(","))
        .filter(name -> !name.isBlank())
        .map(Rigs::anomaly)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Anomaly anomaly(String name) {
    String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(Anomaly.values())
        .filter(anomaly -> anomaly.name().equals(constant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("-Danomaly=" + name + " cannot be used: give some of "
            + Arrays.toString(Anomaly.values()).toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
