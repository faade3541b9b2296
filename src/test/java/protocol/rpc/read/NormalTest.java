package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class NormalTest {

  private final Normal normal = new Normal(Set.of("totalDifficulty"));

  private JsonNode of(String json) throws IOException {
    return normal.of("eth_x", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private void same(String one, String other) throws IOException {
    assertThat(Difference.between(of(one), of(other))).isEmpty();
    assertThat(Normal.digest(of(one))).isEqualTo(Normal.digest(of(other)));
  }

  private Difference differ(String one, String other) throws IOException {
    Optional<Difference> difference = Difference.between(of(one), of(other));
    assertThat(difference).isPresent();
    assertThat(Normal.digest(of(one))).isNotEqualTo(Normal.digest(of(other)));
    return difference.orElseThrow();
  }

  @Test
  void spellingMakesNoDifference() throws IOException {
    same("'0x0A'", "'0xa'");
    same("'0x00'", "'0x0'");
    same("'0xABCD'", "'0xabcd'");
    same("{'a':1.50,'b':['0x01']}", "{'b':['0x1'],'a':1.5}");
    same("{'balance':'0x000000000000000000000000000000000000000000000000000000000000000f'}", "{'balance':'0xf'}");
  }

  @Test
  void whatIsNullOrIgnoredMakesNoDifference() throws IOException {
    same("{'to':null,'totalDifficulty':'0x5','a':{'totalDifficulty':'0x1'}}", "{'a':{}}");
    same("null", "null");
  }

  @Test
  void bytesKeepTheirZeros() throws IOException {
    assertThat(differ("{'input':'0x00'}", "{'input':'0x'}")).isEqualTo(new Difference("input", "0x00", "0x"));
    differ("{'data':'0x0001'}", "{'data':'0x01'}");
    assertThat(normal.of("eth_call", "\"0x0001\"".getBytes(StandardCharsets.UTF_8)).textValue()).isEqualTo("0x0001");
    differ("'0x'", "'0x0'");
  }

  @Test
  void theFeeOfTheBlockAfterThoseAskedForIsAForecast() throws IOException {
    assertThat(fees("'0x7','0x8'")).isEqualTo(fees("'0x7','0x9'")).isNotEqualTo(fees("'0x6','0x8'"));
    assertThat(fees("'0x7'")).as("who gives no forecast").isEqualTo(fees("'0x7','0x8'"));
  }

  private JsonNode fees(String each) throws IOException {
    String history = "{'oldestBlock':'0x1','gasUsedRatio':[0.5],'baseFeePerGas':[EACH],'baseFeePerBlobGas':[EACH]}";
    return normal.of("eth_feeHistory",
        history.replace("EACH", each).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theFirstDifferenceIsNamedByItsPath() throws IOException {
    assertThat(differ("{'a':'0x1','t':[{'gas':'0x5'},{'gas':'0x6'}]}", "{'a':'0x1','t':[{'gas':'0x5'},{'gas':'0x7'}]}"))
        .isEqualTo(new Difference("t[1].gas", "0x6", "0x7"))
        .extracting(Difference::field)
        .isEqualTo("t[].gas");
    assertThat(differ("{'a':'0x1'}", "{}")).isEqualTo(new Difference("a", "0x1", "nothing"));
    assertThat(differ("['0x1']", "['0x1','0x2']")).isEqualTo(new Difference("result", "1 items", "2 items"));
    assertThat(differ("null", "'0x2'")).isEqualTo(new Difference("result", "null", "0x2"));
    assertThat(differ("['0x1','0x2']", "['0x2','0x1']").path()).isEqualTo("[0]");
  }
}
