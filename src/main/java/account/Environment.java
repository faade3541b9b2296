package account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The settings that people of this trade keep in environment variables: who pays, and where the node is.
 *
 * <p>It is given the variables and reads none itself. A variable that is blank counts as not set.
 */
public final class Environment {

  private static final List<String> KEYS = List.of("BROADSIDE_PRIVATE_KEY", "PRIVATE_KEY");
  private static final List<String> MNEMONICS = List.of("BROADSIDE_MNEMONIC", "MNEMONIC");
  private static final String PASSPHRASE = "BROADSIDE_MNEMONIC_PASSPHRASE";
  private static final String SEED = "BROADSIDE_SEED";
  private static final String FILE = "BROADSIDE_KEY_FILE";
  private static final List<String> ENDPOINTS = List.of("ETH_RPC_URL", "RPC_URL");
  private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

  private final Map<String, String> variables;

  /** Settings from the given variables. */
  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /**
   * Who pays: the first that is set of a private key, a mnemonic, a seed, and a file of keys; on a chain that people run on
   * their own machine, else, the developers' mnemonic.
   *
   * @throws IllegalArgumentException when none is set or the first cannot be used; the message names the variable and never
   *     repeats what it holds
   */
  public Keyring keyring(long chainId) {
    return Stream
        .of(keys(), mnemonics(chainId), set(SEED).map(seed -> read(SEED, () -> Keyring.ofSeed(seed))),
            set(FILE).map(file -> read(FILE, () -> file(file))))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> developers(chainId));
  }

  /**
   * Where the node answers: {@code ETH_RPC_URL}, else {@code RPC_URL}.
   *
   * @throws IllegalArgumentException when it is no address of http, https, ws or wss; such an address may hold a key, so the
   *     message does not repeat it
   */
  public Optional<URI> endpoint() {
    return first(ENDPOINTS).map(name -> read(name, () -> endpoint(variables.getOrDefault(name, ""))));
  }

  private Optional<Keyring> keys() {
    return first(KEYS).map(name -> read(name, () -> Keyring.ofKeys(List.of(variables.getOrDefault(name, "")))));
  }

  private Optional<Keyring> mnemonics(long chainId) {
    return first(MNEMONICS).map(name -> read(name, () -> {
      String words = variables.getOrDefault(name, "");
      return Keyring.isDevMnemonic(words) ? Keyring.dev(chainId)
          : Keyring.ofMnemonic(words, variables.getOrDefault(PASSPHRASE, ""));
    }));
  }

  private static Keyring developers(long chainId) {
    if (!Keyring.isDev(chainId)) {
      throw new IllegalArgumentException("nobody is there to pay on chain " + chainId + ": set "
          + String.join(", ", KEYS) + ", " + String.join(", ", MNEMONICS) + ", " + SEED + " or " + FILE);
    }
    return Keyring.dev(chainId);
  }

  private static Keyring file(String name) {
    try {
      return Keyring.ofFile(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + name + " cannot be read", e);
    }
  }

  private static URI endpoint(String text) {
    try {
      URI address = URI.create(text.strip());
      if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // Its message would repeat the text.
    }
    throw new IllegalArgumentException("give an address of http, https, ws or wss");
  }

  private static <T> T read(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IllegalArgumentException(name + " cannot be used: " + e.getMessage(), e);
    }
  }

  private Optional<String> first(List<String> names) {
    return names.stream().filter(name -> set(name).isPresent()).findFirst();
  }

  private Optional<String> set(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** How many variables; never what they hold. */
  @Override
  public String toString() {
    return "environment of " + variables.size() + " variables";
  }
}
