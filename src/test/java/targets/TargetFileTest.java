package targets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class TargetFileTest {

  private static final String GOOD = """
      system = wallet
      endpoints { B { url = "http://b:1/" }, A { url = "https://a" } }
      """;

  @TempDir
  Path folder;

  private Target read(String text) throws IOException {
    return read("staging.conf", text);
  }

  private Target read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return TargetFile.read(file.toString(), TargetFileTest.class.getClassLoader());
  }

  private String refusal(String text) {
    return catchThrowableOfType(TargetFileException.class, () -> read(text)).getMessage();
  }

  @Test
  void exampleOnTheClassPath() {
    Target target = TargetFile.read("local-wallets", TargetFileTest.class.getClassLoader());
    assertThat(target.name()).isEqualTo("local-wallets");
    assertThat(target.endpoints()).extracting(Endpoint::role).containsExactly("A", "B");
    assertThat(target.chain()).get().extracting(ChainSpec::id).isEqualTo(31_337L);
    assertThat(target.capabilities()).isEqualTo(EnumSet.complementOf(EnumSet.of(Capability.REORGANISATION)));
  }

  @Test
  void fileByItsPath() throws IOException {
    Target target = read(GOOD);
    assertThat(target.name()).isEqualTo("staging");
    assertThat(target.endpoints()).extracting(Endpoint::url)
        .containsExactly(URI.create("https://a"), URI.create("http://b:1"));
    assertThat(target.chain()).isEmpty();
    assertThat(target.capabilities()).isEmpty();
  }

  @Test
  void json() throws IOException {
    Target target = read("staging.json", """
        {"system": "wallet", "endpoints": {"A": {"url": "http://a"}}, "capabilities": ["state-log"]}""");
    assertThat(target.capabilities()).isEqualTo(Set.of(Capability.STATE_LOG));
  }

  @Test
  void secretsComeFromTheEnvironment() throws IOException {
    Target target = read("""
        system = wallet
        endpoints { A { url = "http://a", database { url = "jdbc:postgresql:a", user = u, password = ${PATH} } } }
        """);
    assertThat(target.endpoints().getFirst().database().orElseThrow().password()).isEqualTo(System.getenv("PATH"));
  }

  @Test
  void allProblemsAtOnce() {
    assertThat(refusal("""
        system = walet
        endpoints {
          A { url = "nowhere", databse { url = "jdbc:postgresql:a" } }
          B { url = "http://b", database { url = "mysql:b", user = u } }
        }
        chain { url = "http://c", id = many, adjudicator = "0x12" }
        capabilities = [flying]
        """)).contains("staging.conf:1: system = \"walet\" cannot be used: give one of checkout, messaging")
        .contains("staging.conf:3: endpoints.A.url = \"nowhere\" cannot be used")
        .contains("staging.conf:3: endpoints.A.databse is not a known key: did you mean database?")
        .contains("staging.conf:4: endpoints.B.database.url = \"mysql:b\" cannot be used: give a JDBC URL")
        .contains("staging.conf:4: endpoints.B.database.password is missing")
        .contains("staging.conf:6: chain.id = \"many\" cannot be used: give a whole number")
        .contains("staging.conf:6: chain.adjudicator = \"0x12\" cannot be used")
        .contains("staging.conf:7: capabilities = ")
        .contains("flying is none of direct-funding");
  }

  @Test
  void unknownKeyThatIsNoSlip() {
    assertThat(refusal(GOOD + "colour = blue")).contains("colour is not a known key: known are system, endpoints");
  }

  @Test
  void capabilitiesNeedTheirMeans() {
    assertThat(refusal(GOOD + "capabilities = [direct-funding, database]")).contains("direct-funding needs a chain")
        .contains("database needs a database at each endpoint");
  }

  @Test
  void mainNetsAreRefused() throws IOException {
    String chain = GOOD + "chain { url = \"http://c\", id = 1, adjudicator = \"0x" + "0".repeat(40) + "\" ";
    assertThat(refusal(chain + "}")).contains("this is Ethereum, where money is real");
    assertThat(read(chain + ", allow-mainnet = true }").chain()).get().extracting(ChainSpec::id).isEqualTo(1L);
  }

  @Test
  void brokenSyntaxIsToldWithItsLine() {
    assertThat(refusal("system = wallet\nendpoints { A {\n")).contains("staging.conf:");
  }

  @Test
  void missingVariableIsTold() {
    assertThat(refusal(GOOD + "chain { url = ${BROADSIDE_NO_SUCH_VARIABLE} }")).contains("BROADSIDE_NO_SUCH_VARIABLE");
  }

  @Test
  void missingFileIsToldWithTheFix() {
    assertThatThrownBy(() -> TargetFile.read("nowhere", TargetFileTest.class.getClassLoader()))
        .isInstanceOf(TargetFileException.class)
        .hasMessageContaining("no targets/nowhere.conf or .json on the class path");
  }

  @Test
  void whatIsWrittenCanBeRead() throws IOException {
    Target target = TargetFile.read("local-wallets", TargetFileTest.class.getClassLoader());
    Target again = read("local-wallets.json", TargetJson.whole(target).toString());
    assertThat(again).isEqualTo(target);
  }

  @Test
  void secretsAreMasked() throws IOException {
    String chain = "chain { url = \"https://node/v3/chainkey\", id = 5, adjudicator = \"0x" + "0".repeat(40) + "\" }";
    Target target = read("""
        system = wallet
        endpoints { A { url = "https://me:urlkey@a?x=querykey"
          database { url = "jdbc:postgresql:a?password=jdbckey", user = u, password = dbkey } } }
        """ + chain);
    String written = TargetJson.masked(target).toString();
    assertThat(written).doesNotContain("key").contains("\"name\":\"staging\"", "https://node/***", "https://***@a");
    assertThat(target.toString()).doesNotContain("dbkey");
  }
}
