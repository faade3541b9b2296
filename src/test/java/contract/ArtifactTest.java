package contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The compiled contracts are those of the sources. When one of these fails: {@code npm run contracts}. */
final class ArtifactTest {

  private static final Path SOURCES = Path.of("src/main/solidity");
  private static final Path COMPILED = Path.of("src/main/resources/contracts");

  private static final List<String> NAMES = List.of("Adjudicator", "Disperse", "LeakyAdjudicator", "LeakyToken",
      "LenientWorkbench", "SkimmingAdjudicator", "Token", "Workbench");

  @TempDir
  Path folder;

  @ParameterizedTest
  @FieldSource("NAMES")
  void wasMadeFromTheSourcesThatAreHere(String name) throws IOException, NoSuchAlgorithmException {
    Artifact artifact = Artifact.named(name);
    assertThat(artifact.name()).isEqualTo(name);
    assertThat(artifact.sources()).containsKey(name + ".sol");
    for (Map.Entry<String, String> source : artifact.sources().entrySet()) {
      assertThat(source.getValue()).as(source.getKey()).isEqualTo(sha256(SOURCES.resolve(source.getKey())));
    }
  }

  @Test
  void compilingAgainGivesTheSame() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("node_modules/solc")), "no Solidity compiler here");
    Process compiler = new ProcessBuilder("node", "src/build/compile-contracts.mjs", folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
    assertThat(compiler.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(compiler.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    for (String name : NAMES) {
      String file = name + ".json";
      assertThat(folder.resolve(file)).hasSameTextualContentAs(COMPILED.resolve(file));
    }
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Artifact.named("Nothing")).withMessageContaining("Nothing");
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
