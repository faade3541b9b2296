package simulations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import load.LoadFileException;
import load.Role;
import load.Roles;
import rig.Rig;
import rig.chain.AnvilFinder;
import rig.chain.ChainOptions;
import rig.checkout.CheckoutRig;
import rig.checkout.CheckoutRigOptions;
import rig.rollup.RollupRig;
import rig.wallet.WalletRig;
import rig.wallet.WalletRigOptions;
import rig.wallet.WalletSettings;
import targets.Capability;
import targets.Dialect;

/** The embedded targets, by system. */
final class Rigs {

  /** What an embedded target can be asked to be. */
  static final List<String> SETTINGS = List.of("roles", "chain", "anvil", "anomaly", "challengeAfter", "dialect",
      "gateway", "blockTime", "gasLimit", "history");

  /** The id of chains that people run on their own machines. */
  private static final long DEVELOPERS = 31_337;
  private static final long GWEI = 1_000_000_000;

  private Rigs() {}

  /** Binds the embedded target of a system; nothing is started yet. */
  static Rig bind(String system, Settings settings) {
    return switch (system) {
      case "wallet" -> WalletRig.bind(wallets(settings));
      case "checkout" -> CheckoutRig.bind(checkout(settings));
      case "rollup" -> RollupRig.bind(rollup(settings));
      default -> throw new IllegalArgumentException("there is no embedded target for the system " + system);
    };
  }

  /** What the embedded target of a system can be asked for. */
  static Set<Capability> capabilities(String system, Settings settings) {
    if (system.equals("rollup")) {
      return keepsHistory(settings) ? Set.of(Capability.REORGANISATION) : Set.of();
    } else if (!system.equals("wallet")) {
      return Set.of();
    }
    EnumSet<Capability> capabilities = EnumSet.of(Capability.LEDGER_FUNDING, Capability.STATE_LOG, Capability.DATABASE);
    if (!settings.text("chain", "anvil").equals("none")) {
      capabilities.add(Capability.DIRECT_FUNDING);
    }
    return capabilities;
  }

  /** Who the wallets are; none when nobody can tell, which binding them does. */
  static Set<String> roles(Settings settings) {
    try {
      return people(settings).list().stream().map(Role::id).collect(Collectors.toUnmodifiableSet());
    } catch (LoadFileException | IllegalArgumentException _) {
      return Set.of();
    }
  }

  private static Roles people(Settings settings) {
    return settings.given("roles").map(file -> Roles.read(Resources.find(file))).orElseGet(Roles::defaults);
  }

  static WalletRigOptions wallets(Settings settings) {
    Optional<Duration> silence = Optional.of(settings.duration("challengeAfter", Duration.ZERO))
        .filter(Duration::isPositive);
    WalletRigOptions options = WalletRigOptions.of(people(settings))
        .withAnomalies(anomalies(rig.wallet.Anomaly.class, settings))
        .withSettings(WalletSettings.DEFAULT.challengingAfter(silence));
    return switch (settings.text("chain", "anvil")) {
      case "none" -> options;
      case "anvil" -> options.withChain(ChainOptions.of(anvil(settings)));
      case String other ->
        throw new IllegalArgumentException("-Dchain=" + other + " cannot be used: give anvil or none");
    };
  }

  private static ChainOptions rollup(Settings settings) {
    ChainOptions options = ChainOptions.of(anvil(settings))
        .withId(DEVELOPERS)
        .withBlockTime(settings.duration("blockTime", Duration.ofSeconds(1)))
        .withGas(new ChainOptions.Gas(settings.count("gasLimit", 120_000_000), GWEI));
    return keepsHistory(settings) ? options.withHistory() : options;
  }

  private static boolean keepsHistory(Settings settings) {
    return settings.isOn("history", false);
  }

  private static Path anvil(Settings settings) {
    return settings.given("anvil")
        .map(Path::of)
        .or(() -> AnvilFinder.find(Path.of(""), settings.searchPath()))
        .orElseThrow(AnvilFinder::missing);
  }

  private static CheckoutRigOptions checkout(Settings settings) {
    return CheckoutRigOptions.DEFAULT.withDialect(settings.choice("dialect", Dialect.B))
        .withGateway(settings.isOn("gateway", true))
        .withAnomalies(anomalies(rig.checkout.Anomaly.class, settings));
  }

  private static <A extends Enum<A>> Set<A> anomalies(Class<A> kinds, Settings settings) {
    return Arrays.stream(settings.text("anomaly", "").split(","))
        .filter(name -> !name.isBlank())
        .map(name -> anomaly(kinds, name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <A extends Enum<A>> A anomaly(Class<A> kinds, String name) {
    String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(kinds.getEnumConstants())
        .filter(anomaly -> anomaly.name().equals(constant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("-Danomaly=" + name + " cannot be used: give some of "
            + Arrays.toString(kinds.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
