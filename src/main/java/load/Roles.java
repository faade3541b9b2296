package load;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The wallets that take part, in the order of their file. */
public final class Roles {

  /** Keys for tests, known to everyone: they must never hold money of a public chain. */
  private static final List<Role> KNOWN = List.of(known("A", "11", "33", "aa00000000000000000000000000000000000001"),
      known("B", "22", "44", "bb00000000000000000000000000000000000002"));

  private final List<Role> roles;

  private Roles(List<Role> roles) {
    this.roles = List.copyOf(roles);
  }

  /**
   * The roles {@code A} and {@code B}, with keys for tests that everyone knows (32 bytes of 0x11 and 0x22 sign, 32 bytes of 0x33 and 0x44
   * pay), destinations of their own and any free ports.
   */
  public static Roles defaults() {
    return new Roles(KNOWN);
  }

  /**
   * Reads a role file in the original's format: {@code {"A": {"privateKey": …, "destination": …}, "B": …}}.
   *
   * <p>What is left out has a default; keys and destinations have one for {@code A} and {@code B} alone. {@code ganachePort}, {@code
   * chainId} and {@code artifactFile} are accepted and not used: the chain is told by the target.
   *
   * @throws LoadFileException with every problem of the file, or when it cannot be read
   */
  public static Roles read(Path file) {
    return new Roles(new RoleFile(file).read());
  }

  /** In the order of the file. */
  public List<Role> list() {
    return roles;
  }

  /** The names, in the order of the file. */
  public Set<String> ids() {
    return roles.stream().map(Role::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Everyone as participants, in the order of the file. */
  public List<Participant> participants() {
    return roles.stream().map(Role::participant).toList();
  }

  /** The default of a role, when it has one. */
  static Optional<Role> known(String id) {
    return KNOWN.stream().filter(role -> role.id().equals(id)).findFirst();
  }

  private static Role known(String id, String key, String chainKey, String address) {
    return new Role(id, RoleFile.database(id), 0, 0, "0x" + key.repeat(32), "0x" + chainKey.repeat(32),
        "0x" + "0".repeat(24) + address);
  }
}
