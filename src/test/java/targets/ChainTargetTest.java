package targets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Targets that are chains. */
final class ChainTargetTest {

  @TempDir
  Path folder;

  private Target read(String chain) throws IOException {
    Path file = Files.writeString(folder.resolve("net.conf"), "system = rollup\nchains { l2 {\n" + chain + "\n} }");
    return TargetFile.read(file.toString(), ChainTargetTest.class.getClassLoader());
  }

  private String refusal(String chain) {
    return catchThrowableOfType(TargetFileException.class, () -> read(chain)).getMessage();
  }

  @Test
  void exampleOnTheClassPath() {
    Target target = TargetFile.read("local-node", ChainTargetTest.class.getClassLoader());
    assertThat(target.system()).isEqualTo("rollup");
    assertThat(target.chains()).extracting(ChainNodes::name).containsExactly("l2");
  }

  @Test
  void oneAddressOrSeveral() throws IOException {
    ChainNodes chain = read("id = 5, url = [\"http://a/\", \"https://b:1/key\"], send = \"http://c\", ws = \"wss://d\","
        + " max-spend = \"0.5 ether\"").chains().getFirst();
    assertThat(chain).isEqualTo(new ChainNodes("l2", 5, List.of(URI.create("http://c")),
        List.of(URI.create("http://a"), URI.create("https://b:1/key")), List.of(URI.create("wss://d")), false,
        Optional.of("0.5 ether")));
  }

  @Test
  void transactionsGoWhereItIsReadUnlessToldOtherwise() throws IOException {
    ChainNodes chain = read("id = 5, url = \"http://a\"").chains().getFirst();
    assertThat(chain.send()).containsExactly(URI.create("http://a"));
    assertThat(chain.socket()).isEmpty();
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThat(refusal("id = 1, url = \"ftp://a\", ws = \"http://a\", max-spend = much, sent = x")).contains(
        "net.conf:3: chains.l2.id", "this is Ethereum, where money is real", "chains.l2.url", "chains.l2.ws",
        "chains.l2.max-spend", "give an amount such as 0.5 ether", "did you mean send?");
    assertThat(refusal("id = 5")).contains("chains.l2.url is missing");
    assertThat(refusal("id = 5, url = []")).contains("chains.l2.url");
  }

  @Test
  void aMainNetMayBeAllowed() throws IOException {
    assertThat(read("id = 1, url = \"http://a\", allow-mainnet = true").chains().getFirst().allowMainnet()).isTrue();
  }

  @Test
  void whatIsWrittenIsReadTheSame() throws IOException {
    Target target = read("id = 5, url = \"http://a\", ws = \"ws://b\", max-spend = \"1 gwei\"");
    Path file = Files.writeString(folder.resolve("net.json"), TargetJson.whole(target).toString());
    assertThat(TargetFile.read(file.toString(), ChainTargetTest.class.getClassLoader())).isEqualTo(target);
  }

  @Test
  void keysInAddressesAreMasked() throws IOException {
    Target target = read("id = 5, url = \"https://user:word@a/v2/secret\", ws = \"wss://b/?k=secret\"");
    assertThat(TargetJson.masked(target).toString()).doesNotContain("secret", "word")
        .contains("https://***@a/***", "wss://b/***");
  }

  @Test
  void aRollupWithoutChainsIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("net.conf"), "system = rollup");
    assertThat(catchThrowableOfType(TargetFileException.class,
        () -> TargetFile.read(file.toString(), ChainTargetTest.class.getClassLoader())))
        .hasMessageContaining("chains has no chains");
  }
}
