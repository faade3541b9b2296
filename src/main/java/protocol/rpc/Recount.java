package protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.engine.Turn;
import protocol.rpc.chain.Reader;

/**
 * Reads the chains once more when all is over, block by block, and keeps what they say of the run's accounts. It shares nothing with those
 * who have followed the chains while the run went on, so that the two can be compared.
 */
final class Recount {

  static final String ROW = "read blocks";

  private static final String KIND = "read block";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 3;
  private static final Duration AGAIN = Duration.ofMillis(300);

  private final Turn turn;
  private final RpcComponents rpc;
  private final Queue<Sending.Chain> chains;
  private final long started;
  private long missing;

  Recount(Turn turn, RpcComponents rpc) {
    this.turn = turn;
    this.rpc = rpc;
    this.chains = new ArrayDeque<>(rpc.sending().all());
    this.started = rpc.clock().now();
  }

  /** One chain after the other, each from the block that was its head when the first transaction was to be sent. */
  void next() {
    Sending.Chain chain = chains.poll();
    if (chain == null) {
      turn.request(ROW, started, rpc.clock().now(),
          missing == 0 ? Outcome.OK : new Outcome.Unknown("no-answer", missing + " blocks could not be read"));
      turn.end();
      return;
    }
    chain.watcher().ready().whenComplete((head, thrown) -> turn.onLoop(() -> {
      if (thrown != null) {
        next(); // then nothing was sent
        return;
      }
      Reader reader = new Reader(chain.node(), turn.loop());
      Set<String> accounts = chain.sender().accounts();
      ask(reader, "eth_blockNumber", "[]", tip -> {
        if (tip == null) {
          missing++;
          next();
        } else {
          read(new Walk(chain.name(), reader, accounts, BlockRecords.number(tip)), head.number());
        }
      });
    }));
  }

  /** A chain on the way to its tip. */
  private record Walk(String chain, Reader reader, Set<String> accounts, long tip) {}

  private void read(Walk walk, long number) {
    if (number > walk.tip()) {
      next();
      return;
    }
    String hex = "\"0x" + Long.toHexString(number) + "\"";
    ask(walk.reader(), "eth_getBlockByNumber", "[" + hex + ",true]", block -> {
      if (block == null || BlockRecords.ours(walk.accounts(), block).isEmpty()) {
        keep(walk, number, block, Map.of());
      } else {
        ask(walk.reader(), "eth_getBlockReceipts", "[" + hex + "]",
            receipts -> keep(walk, number, receipts == null ? null : block, BlockRecords.byHash(receipts)));
      }
    });
  }

  private void keep(Walk walk, long number, @Nullable JsonNode block, Map<String, JsonNode> receipts) {
    long now = rpc.clock().now();
    Invocation asked = new Invocation(rpc.nextOperation(), turn.session().userId(), KIND, Long.toString(number), false,
        now, now, now, JsonNodeFactory.instance.objectNode().put("chain", walk.chain()));
    rpc.record(asked);
    if (block == null) {
      missing++;
      rpc.record(asked.ended(now, List.of(), new Outcome.Unknown("no-answer", "the node does not tell"),
          NullNode.getInstance()));
    } else {
      rpc.record(asked.ended(now, List.of(), Outcome.OK, BlockRecords.answered(walk.accounts(), block, receipts)));
    }
    read(walk, number + 1);
  }

  /** Null when it does not answer, however often it is asked. */
  private void ask(Reader reader, String method, String params, Consumer<@Nullable JsonNode> told) {
    ask(again -> reader.ask(method, params, answer -> again.accept(json(Reader.result(answer)))), 1, told);
  }

  private void ask(Consumer<Consumer<@Nullable JsonNode>> question, int time, Consumer<@Nullable JsonNode> told) {
    question.accept(result -> {
      if (result == null && time < TRIES) {
        turn.after(AGAIN, () -> ask(question, time + 1, told));
      } else {
        turn.onLoop(() -> told.accept(result));
      }
    });
  }

  private static @Nullable JsonNode json(byte @Nullable [] result) {
    try {
      return result == null ? null : JSON.readTree(result);
    } catch (IOException _) {
      return null;
    }
  }
}
