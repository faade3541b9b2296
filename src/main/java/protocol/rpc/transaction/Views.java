package protocol.rpc.transaction;

import account.PoolView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcResponse;
import protocol.rpc.chain.Quantity;
import protocol.rpc.chain.Reader;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;

/** How a node sees an account: asked for when something seems to be wrong, never for a transaction that goes its way. */
final class Views {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NO_ANSWER = -1;

  private final Reader reader;

  Views(Reader reader) {
    this.reader = reader;
  }

  /** How many transactions the account has, in blocks ({@code latest}) or with those in the pool ({@code pending}); -1 for no answer. */
  void count(String address, String tag, LongConsumer told) {
    reader.ask("eth_getTransactionCount", "[\"" + address + "\",\"" + tag + "\"]", answer -> {
      byte[] result = Reader.result(answer);
      try {
        told.accept(result == null ? NO_ANSWER : Quantity.parse(JSON.readValue(result, String.class)).longValueExact());
      } catch (IOException | ArithmeticException e) {
        told.accept(NO_ANSWER);
      }
    });
  }

  /** The view; null when the node does not tell. What has been mined is asked for first, see {@link PoolView#mined()}. */
  void view(String address, Collection<String> hashes, Consumer<@Nullable PoolView> told) {
    count(address, "latest", mined -> count(address, "pending", pending -> {
      if (mined < 0 || pending < 0) {
        told.accept(null);
      } else if (hashes.isEmpty()) {
        told.accept(new PoolView(mined, pending, Set.of(), Set.of()));
      } else {
        List<String> params = hashes.stream().map(hash -> "[\"" + hash + "\"]").toList();
        reader.askAll("eth_getTransactionByHash", params, answer -> told.accept(view(mined, pending, answer)));
      }
    }));
  }

  private static @Nullable PoolView view(long mined, long pending, Answer<List<Envelope>> answer) {
    RpcResponse response = answer.response();
    List<Envelope> envelopes = answer.value();
    if (response == null || envelopes == null) {
      return null;
    }
    Set<String> pooled = new HashSet<>();
    Set<String> inBlocks = new HashSet<>();
    for (Envelope envelope : envelopes) {
      if (envelope.error() != null || envelope.result().end() == 0) {
        return null; // not to know is not the same as not to have
      }
      try {
        JsonNode transaction = JSON.readTree(envelope.result().of(response.body()));
        if (!transaction.isNull()) {
          boolean inBlock = !transaction.path("blockHash").asText("null").equals("null");
          (inBlock ? inBlocks : pooled).add(transaction.path("hash").asText());
        }
      } catch (IOException e) {
        return null;
      }
    }
    return new PoolView(mined, pending, pooled, inBlocks);
  }
}
