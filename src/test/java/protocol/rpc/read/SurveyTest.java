package protocol.rpc.read;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.rpc.node.FakeNode;
import protocol.rpc.node.Reply;
import protocol.rpc.node.RpcChain;
import protocol.rpc.read.Survey.Found;

import static org.assertj.core.api.Assertions.assertThat;

final class SurveyTest {

  private static final SampleSettings SETTINGS = new SampleSettings(64, 1_000, 2, 20);
  private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

  private final FakeNode node = chain(new FakeNode());
  private final FakeNode other = chain(new FakeNode());

  @AfterEach
  void close() {
    node.close();
    other.close();
  }

  /** A chain with 30 blocks; in the tenth there is a transaction, of which a token and an NFT tell. */
  private static FakeNode chain(FakeNode node) {
    node.answers("eth_chainId", "0x7").answers("eth_blockNumber", "0x1e").answers("eth_gasPrice", "0x1");
    node.answers("eth_call", "0x").answers("eth_getTransactionReceipt", Map.of()).answers("eth_getBalance", "0x0");
    node.on("eth_getBlockByNumber", params -> {
      String number = params.get(0).asText();
      Object transactions = number.equals("0xa") ? List.of(Map.of("hash", "0x77", "from", "0xaa", "to", "0xbb"))
          : List.of();
      return new Reply.Result(Map.of("number", number, "hash", "0xh" + number, "transactions", transactions));
    });
    node.on("eth_getLogs", params -> {
      String from = params.get(0).path("fromBlock").asText();
      if (Long.decode(params.get(0).path("toBlock").asText()) > 30) {
        return new Reply.Error(-32602, "block range extends beyond current head block");
      }
      return new Reply.Result(
          from.equals("0xa")
              ? List.of(Map.of("address", "0xcc", "topics", List.of(TRANSFER, "0x1", "0x2")),
                  Map.of("address", "0xdd", "topics", List.of(TRANSFER, "0x1", "0x2", "0x3")))
              : List.of());
    });
    return node;
  }

  private static Method method(String method, String params) {
    return new Method(method, method, 1, new Params(params));
  }

  private static final List<Method> METHODS = List.of(method("eth_gasPrice", ""),
      method("eth_getTransactionReceipt", "[\"#{transaction}\"]"),
      method("eth_call", "[{\"to\":\"#{token}\"},\"#{latest}\"]"),
      method("eth_getLogs", "[{\"fromBlock\":\"#{from}\",\"toBlock\":\"#{to}\"}]"));

  private Found one(SampleSettings settings, List<Method> methods) {
    return new Survey(List.of(RpcChain.of("l2", 7, node.url())), methods, settings, 5).conduct();
  }

  private Found two() {
    return new Survey(List.of(RpcChain.of("geth", 7, node.url()), RpcChain.of("reth", 7, other.url())), METHODS,
        SETTINGS, 5).conduct();
  }

  @Test
  void findsWhatThereIsToAskAbout() {
    Found found = one(SETTINGS, METHODS);
    assertThat(found.problems()).isEmpty();
    Sample sample = found.usable().sample();
    assertThat(sample.head()).isEqualTo(30);
    assertThat(sample.top()).isEqualTo(28);
    assertThat(sample.blocks()).hasSize(29).first().isEqualTo(new Sample.Block(0, "0xh0x0"));
    assertThat(sample.transactions()).containsExactly("0x77");
    assertThat(sample.addresses()).containsExactly("0xaa", "0xbb");
    assertThat(sample.contracts()).containsExactly("0xcc", "0xdd");
    assertThat(sample.tokens()).containsExactly("0xcc");
    assertThat(sample.ranges()).allMatch(range -> range.from() <= range.to() && range.to() <= 28);
    assertThat(found.remarks()).containsExactly("there is to ask about: blocks 29 (up to 28, the head is 30), "
        + "transactions 1, addresses 2, contracts 2, of them tokens 1, ranges " + sample.ranges().size());
    assertThat(found.figures().path("tokens").asInt()).isEqualTo(1);
    assertThat(found.figures().path("methods").size()).isEqualTo(4);
  }

  @Test
  void theSameSeedFindsTheSame() {
    SampleSettings few = new SampleSettings(5, 1_000, 0, 20);
    assertThat(one(few, METHODS).usable().sample()).isEqualTo(one(few, METHODS).usable().sample());
    assertThat(one(few, METHODS).usable().sample().blocks()).hasSize(5);
  }

  @Test
  void whatCannotBeFilledIsLeftOutAndTold() {
    Found found = one(new SampleSettings(64, 5, 2, 20), METHODS);
    assertThat(found.problems()).isEmpty();
    assertThat(found.remarks()).contains(
        "left out: eth_getTransactionReceipt, since no transaction was found in 5 blocks up to 28: look elsewhere with "
            + "-Ddepth=, -Dwindow=, -Dblocks=",
        "left out: eth_call, since no token was found in 5 blocks up to 28: look elsewhere with -Ddepth=, "
            + "-Dwindow=, -Dblocks=");
    assertThat(Mix.weights(found.usable().methods())).containsOnlyKeys("eth_gasPrice", "eth_getLogs");
  }

  @Test
  void aChainOnWhichNothingOfItCanBeAskedIsRefused() {
    Found found = one(new SampleSettings(64, 5, 2, 20), METHODS.subList(1, 3));
    assertThat(found.problems()).singleElement()
        .satisfies(problem -> assertThat(problem).startsWith("nothing can be asked: ")
            .contains("since no token")
            .endsWith("or use a chain on which something has happened"));
    assertThat(found.mix()).isNull();
  }

  @Test
  void whatANodeDoesNotOfferIsLeftOutAndWhatItCannotReadIsAProblem() {
    node.on("eth_getTransactionReceipt", _ -> new Reply.Error(-32601, "the method does not exist"));
    assertThat(one(SETTINGS, METHODS).remarks())
        .anySatisfy(line -> assertThat(line).startsWith("left out: eth_getTransactionReceipt, which 127.0.0.1:"));
    node.on("eth_call", _ -> new Reply.Error(-32602, "invalid params"));
    assertThat(one(SETTINGS, METHODS).problems()).singleElement()
        .satisfies(problem -> assertThat(problem).contains("eth_call at 127.0.0.1:", "invalid params",
            "correct the params of eth_call in the file of methods, which were [{\"to\":\"0xcc\"},\"latest\"]"));
  }

  @Test
  void whoIsNotThereOrOfAnotherChainIsAProblem() {
    node.answers("eth_chainId", "0x8");
    assertThat(one(SETTINGS, METHODS).problems()).singleElement()
        .satisfies(problem -> assertThat(problem).contains("is of the chain 8, and the target says 7: correct"));
    node.on("eth_chainId", _ -> new Reply.Raw(502, "<html>"));
    assertThat(one(SETTINGS, METHODS).problems()).singleElement()
        .satisfies(problem -> assertThat(problem).contains("HTTP status 502 and no JSON-RPC"));
    URI secret = URI.create(node.url() + "/v3/sesame");
    node.die();
    assertThat(new Survey(List.of(RpcChain.of("l2", 7, secret)), METHODS, SETTINGS, 5).conduct().problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem).contains("is not answered", "is the node up?").doesNotContain("sesame"));
  }

  @Test
  void twoNodesAreAskedAboutWhatBothHave() {
    other.answers("eth_blockNumber", "0x14");
    Found found = two();
    assertThat(found.problems()).isEmpty();
    assertThat(found.usable().sample().top()).isEqualTo(18);
    assertThat(found.remarks()).contains("left out, since the answer may change between two nodes: eth_gasPrice");
    assertThat(found.usable().once()).allMatch(Request::pinned)
        .extracting(Request::params)
        .contains("[{\"to\":\"0xcc\"},\"0x12\"]");
  }

  @Test
  void nodesOfDifferentChainsAreNotCompared() {
    other.on("eth_getBlockByNumber", _ -> new Reply.Result(Map.of("hash", "0xother", "transactions", List.of())));
    assertThat(two().problems()).singleElement()
        .satisfies(problem -> assertThat(problem).contains("are of different chains, as their first blocks tell"));
  }
}
