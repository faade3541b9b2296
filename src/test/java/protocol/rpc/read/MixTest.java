package protocol.rpc.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import protocol.rpc.read.Sample.Block;
import protocol.rpc.read.Sample.Range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class MixTest {

  private static final String ADDRESS = "0x" + "ab".repeat(20);
  private static final Sample SAMPLE = new Sample(300, 255, List.of(new Block(16, "0xbb")), List.of("0x77"),
      List.of(ADDRESS), List.of("0xcc"), List.of("0xdd"), List.of(new Range(10, 31)));

  private static Method method(String method, double weight, String params) {
    return new Method(method, method, weight, new Params(params));
  }

  @Test
  void placeholdersAreFilledWithWhatWasFound() {
    String params = "[\"#{block}\",\"#{blockHash}\",\"#{transaction}\",\"#{address}\",\"0x1234#{address32}\","
        + "{\"address\":[\"#{contract}\",\"#{token}\"],\"fromBlock\":\"#{from}\",\"toBlock\":\"#{to}\"},\"#{latest}\"]";
    List<Method> methods = List.of(method("eth_x", 1, params));
    String filled = "[\"0x10\",\"0xbb\",\"0x77\",\"" + ADDRESS + "\",\"0x1234" + "0".repeat(24) + "ab".repeat(20)
        + "\",{\"address\":[\"0xcc\",\"0xdd\"],\"fromBlock\":\"0xa\",\"toBlock\":\"0x1f\"},\"LATEST\"]";
    assertThat(Mix.asking(methods, SAMPLE, 1).draw(1, 0).params()).isEqualTo(filled.replace("LATEST", "latest"));
    assertThat(Mix.comparing(methods, SAMPLE, 1).draw(1, 0).params()).isEqualTo(filled.replace("LATEST", "0xff"));
  }

  @Test
  void theAnswerIsForGoodWhenAllOfTheQuestionIsInThePast() {
    assertThat(List.of("[\"#{block}\"]", "[\"#{blockHash}\"]", "[\"#{transaction}\"]", "[\"#{from}\",\"#{to}\"]"))
        .allSatisfy(params -> assertThat(new Params(params).arePinned(false)).isTrue());
    assertThat(List.of("[]", "[\"#{address}\"]", "[\"#{from}\"]", "[\"#{from}\",\"latest\"]", "[\"#{to}\"]",
        "[\"#{block}\",\"pending\"]", "[\"#{block}\",\"#{latest}\"]"))
        .allSatisfy(params -> assertThat(new Params(params).arePinned(false)).isFalse());
    assertThat(new Params("[\"#{address}\",\"#{latest}\"]").arePinned(true)).isTrue();
    assertThat(new Params("[\"#{address}\",\"latest\"]").arePinned(true)).isFalse();
  }

  @Test
  void weightsAreShares() {
    Mix mix = Mix.asking(List.of(method("a_a", 1, ""), method("b_b", 2.5, ""), method("c_c", 6.5, "")), SAMPLE, 7);
    Map<String, Integer> drawn = new HashMap<>();
    LongStream.range(0, 20_000).forEach(user -> drawn.merge(mix.draw(user, 0).name(), 1, Integer::sum));
    assertThat(drawn.get("a_a")).isCloseTo(2_000, within(200));
    assertThat(drawn.get("b_b")).isCloseTo(5_000, within(300));
    assertThat(drawn.get("c_c")).isCloseTo(13_000, within(350));
  }

  @Test
  void theSameSeedAsksTheSameAndEachTurnSomethingElse() {
    List<Method> methods = List.of(method("a_a", 1, ""), method("b_b", 1, ""));
    List<String> drawn = turns(Mix.asking(methods, SAMPLE, 7));
    assertThat(turns(Mix.asking(methods, SAMPLE, 7))).isEqualTo(drawn);
    assertThat(turns(Mix.asking(methods, SAMPLE, 8))).isNotEqualTo(drawn);
    assertThat(drawn).contains("a_a", "b_b");
  }

  private static List<String> turns(Mix mix) {
    return LongStream.range(0, 40).mapToObj(turn -> mix.draw(3, turn).name()).toList();
  }
}
