package cli;

import java.nio.file.Path;
import load.Roles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option: who the wallets are. */
final class RolesOption {

  @Option(names = {"-rf", "--roles", "--role-file"}, paramLabel = "FILE",
      description = "The wallets, as JSON in the original's format. Default: A and B with keys for tests.")
  private @Nullable Path file;

  Roles roles() {
    return file == null ? Roles.defaults() : Roles.read(file);
  }
}
