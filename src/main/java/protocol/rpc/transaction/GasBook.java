package protocol.rpc.transaction;

import account.Authorization;
import account.Kind;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Outcome;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import protocol.rpc.chain.Quantity;
import protocol.rpc.chain.Reader;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;

/** How much gas each kind of call uses: asked once for a kind. Safe from any thread. */
final class GasBook {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Quote ANY = Quote.flat(BigInteger.ONE);
  /** EIP-7702. */
  private static final long AUTHORIZATION = 25_000;

  private final Reader reader;
  private final Map<String, CompletableFuture<Long>> kinds = new ConcurrentHashMap<>();

  GasBook(Reader reader) {
    this.reader = reader;
  }

  /**
   * The limit for a call.
   *
   * @param from who will send it
   * @return fails with {@link NotSent} when the node cannot tell; the next of the kind is asked about again
   */
  CompletionStage<Long> limit(GasLimit limit, Draft draft, String from, String name) {
    return switch (limit) {
      case GasLimit.Given(long gas) -> CompletableFuture.completedFuture(gas);
      case GasLimit.Estimated(double factor, String kind) ->
        estimate(kind.isEmpty() ? name : kind, draft, from).thenApply(gas -> (long) Math.ceil(gas * factor));
    };
  }

  private CompletableFuture<Long> estimate(String kind, Draft draft, String from) {
    CompletableFuture<Long> known = kinds.get(kind);
    if (known != null) {
      return known;
    }
    CompletableFuture<Long> fresh = new CompletableFuture<>();
    CompletableFuture<Long> raced = kinds.putIfAbsent(kind, fresh);
    if (raced != null) {
      return raced;
    }
    reader.ask("eth_estimateGas", "[" + call(draft, from) + "]", answer -> told(kind, fresh, answer));
    return fresh;
  }

  private void told(String kind, CompletableFuture<Long> estimate, Answer<Envelope> answer) {
    byte[] result = Reader.result(answer);
    try {
      if (result != null) {
        estimate.complete(Quantity.parse(JSON.readValue(result, String.class)).longValueExact());
        return;
      }
    } catch (IOException | ArithmeticException e) {
      // as no answer
    }
    kinds.remove(kind, estimate);
    estimate.completeExceptionally(new NotSent(switch (answer.outcome()) {
      case Outcome.Refused(String code, String message) -> new Outcome.Refused("estimate-" + code, message);
      case Outcome.Unknown(String code, String message) -> new Outcome.Refused("estimate-" + code, message);
      case Outcome.Ok _ -> new Outcome.Refused("estimate-wrong-answer", "the node's estimate is no number");
    }));
  }

  private static List<Kind.Access> accesses(Draft draft) {
    return switch (draft.shape().kind(ANY)) {
      case Kind.AccessList(List<Kind.Access> accesses) -> accesses;
      case Kind.FeeMarket(List<Kind.Access> accesses) -> accesses;
      case Kind.SetCode(List<Kind.Access> accesses, _) -> accesses;
      case Kind.Legacy _,Kind.Blobs _ -> List.of();
    };
  }

  /** What authorizations cost, which nodes do not estimate unless they are given them, signed and all. */
  private static long authorizations(Draft draft) {
    return draft.shape().kind(ANY) instanceof Kind.SetCode(_, List<Authorization> all) ? all.size() * AUTHORIZATION : 0;
  }

  private static String call(Draft draft, String from) {
    ObjectNode call = JSON.createObjectNode()
        .put("from", from)
        .put("value", Quantity.of(draft.value()))
        .put("data", draft.data());
    if (draft.to() != null) {
      call.put("to", draft.to());
    }
    ArrayNode accesses = call.putArray("accessList");
    for (Kind.Access access : accesses(draft)) {
      ArrayNode slots = accesses.addObject().put("address", access.address()).putArray("storageKeys");
      access.slots().forEach(slots::add);
    }
    return call.toString();
  }
}
