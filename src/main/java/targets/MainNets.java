package targets;

import java.util.Map;
import java.util.Optional;

/** Chains on which money is real, by chain id. */
public final class MainNets {

  private static final Map<Long, String> NAMES = Map.ofEntries(Map.entry(1L, "Ethereum"), Map.entry(10L, "OP Mainnet"),
      Map.entry(25L, "Cronos"), Map.entry(56L, "BNB Smart Chain"), Map.entry(100L, "Gnosis"),
      Map.entry(130L, "Unichain"), Map.entry(137L, "Polygon"), Map.entry(146L, "Sonic"),
      Map.entry(169L, "Manta Pacific"), Map.entry(204L, "opBNB"), Map.entry(250L, "Fantom"), Map.entry(288L, "Boba"),
      Map.entry(324L, "ZKsync Era"), Map.entry(480L, "World Chain"), Map.entry(1_088L, "Metis"),
      Map.entry(1_101L, "Polygon zkEVM"), Map.entry(1_284L, "Moonbeam"), Map.entry(2_222L, "Kava"),
      Map.entry(5_000L, "Mantle"), Map.entry(8_453L, "Base"), Map.entry(34_443L, "Mode"),
      Map.entry(42_161L, "Arbitrum One"), Map.entry(42_170L, "Arbitrum Nova"), Map.entry(42_220L, "Celo"),
      Map.entry(43_114L, "Avalanche"), Map.entry(59_144L, "Linea"), Map.entry(81_457L, "Blast"),
      Map.entry(534_352L, "Scroll"), Map.entry(7_777_777L, "Zora"), Map.entry(1_313_161_554L, "Aurora"));

  private MainNets() {}

  /** The name of the main net with that chain id, when it is one we know. */
  public static Optional<String> named(long chainId) {
    return Optional.ofNullable(NAMES.get(chainId));
  }
}
