package contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A compiled contract.
 *
 * @param name of the contract and of its source file
 * @param compiler the version of solc that made it
 * @param sources SHA-256 of each source file that it was made from
 * @param bytecode what is sent to deploy it, hex with 0x
 */
@JsonIgnoreProperties({"settings", "abi"})
public record Artifact(String name, String compiler, Map<String, String> sources, String bytecode) {

  /**
   * Reads a contract that comes with Broadside.
   *
   * @param name for example {@code Adjudicator}
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Artifact named(String name) {
    try (InputStream json = Artifact.class.getResourceAsStream("/contracts/" + name + ".json")) {
      if (json == null) {
        throw new IllegalArgumentException("no contract is called " + name + " (src/main/resources/contracts)");
      }
      return new ObjectMapper().readValue(json, Artifact.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the contract " + name + " cannot be read", e);
    }
  }
}
