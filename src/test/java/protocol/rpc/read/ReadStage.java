package protocol.rpc.read;

import history.Operation;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import protocol.engine.ProtocolBench;
import protocol.rpc.node.FakeNode;
import protocol.rpc.node.RpcChain;
import protocol.rpc.read.Sample.Block;
import protocol.rpc.read.Sample.Range;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes that do what a test tells them, and a mix of one method, on a chain of which block 16 is known. */
final class ReadStage implements AutoCloseable {

  private static final Sample SAMPLE = new Sample(20, 16, List.of(new Block(16, "0xbb")), List.of("0x77"),
      List.of("0x" + "ab".repeat(20)), List.of("0xcc"), List.of("0xdd"), List.of(new Range(10, 16)));

  final FakeNode node = new FakeNode();
  final FakeNode other = new FakeNode();
  final ProtocolBench bench = new ProtocolBench();

  /** The first node is asked. */
  void one(String method, String params) {
    chain(method, params, RpcChain.of("l2", 1, node.url()));
  }

  /** A chain is asked. */
  void chain(String method, String params, RpcChain chain) {
    play(method, params, List.of(chain), (methods, sample) -> Mix.asking(methods, sample, 1));
  }

  /** Both are asked, and compared. */
  void two(String method, String params) {
    play(method, params, List.of(RpcChain.of("geth", 1, node.url()), RpcChain.of("reth", 1, other.url())),
        (methods, sample) -> Mix.comparing(methods, sample, 1));
  }

  private void play(String method, String params, List<RpcChain> chains, BiFunction<List<Method>, Sample, Mix> maker) {
    Mix mix = maker.apply(List.of(new Method(method, method, 1, new Params(params))), SAMPLE);
    ReadSettings settings = ReadSettings.defaults().timeout(Duration.ofSeconds(10));
    bench.with(new ReadProtocol(bench.engine(), () -> chains, () -> mix, settings));
  }

  /** The one operation so far. */
  Operation only() {
    assertThat(bench.operations()).hasSize(1);
    return bench.operations().getFirst();
  }

  @Override
  public void close() {
    bench.close();
    node.close();
    other.close();
  }
}
