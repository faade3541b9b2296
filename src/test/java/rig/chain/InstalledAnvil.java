package rig.chain;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The anvil of this machine; a test that needs one is skipped where there is none. */
public final class InstalledAnvil {

  private InstalledAnvil() {}

  /** Where it is. */
  public static Path path() {
    Optional<Path> anvil = AnvilFinder.find(Path.of(""), System.getenv("PATH"));
    Assumptions.assumeTrue(anvil.isPresent(), "no anvil on this machine");
    return anvil.get();
  }
}
