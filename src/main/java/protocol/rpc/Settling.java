package protocol.rpc;

import account.Fate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Invocation;
import history.Note;
import history.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import protocol.engine.Turn;
import protocol.rpc.transaction.Census;

/** The end of all transactions: what is still open is waited for, looked up, and accounted for. */
final class Settling {

  static final String ROW = "settle transactions";

  private final Turn turn;
  private final RpcComponents rpc;
  private final long started;
  private final List<String> broken = new ArrayList<>();

  Settling(Turn turn, RpcComponents rpc) {
    this.turn = turn;
    this.rpc = rpc;
    this.started = rpc.clock().now();
  }

  void settle(Duration patience) {
    List<Sending.Chain> chains = List.copyOf(rpc.sending().all());
    List<CompletableFuture<Census.Figures>> all = chains.stream()
        .map(chain -> chain.sender().settle(patience).toCompletableFuture())
        .toList();
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).whenComplete((_, thrown) -> turn.onLoop(() -> {
      if (thrown != null) {
        broken.add(thrown.toString());
      } else {
        for (int i = 0; i < chains.size(); i++) {
          tell(chains.get(i), all.get(i).join());
        }
      }
      end();
    }));
  }

  private void tell(Sending.Chain chain, Census.Figures figures) {
    chain.unresolved().all().forEach((hash, fate) -> resolve(chain, hash, fate));
    figures.broken().forEach(line -> broken.add(chain.name() + ": " + line));
    note("transactions", figures.json().put("chain", chain.name()));
    note("inclusion", chain.clocks().json().put("chain", chain.name()));
    note("watcher", chain.watcher().tally().json().put("chain", chain.name()));
  }

  /** The last word on a transaction whose operation had ended without it. */
  private void resolve(Sending.Chain chain, String hash, Fate fate) {
    long now = rpc.clock().now();
    Invocation asked = new Invocation(rpc.nextOperation(), turn.session().userId(), "read transaction", hash, false,
        now, now, now, JsonNodeFactory.instance.objectNode().put("chain", chain.name()));
    boolean known = fate != Fate.UNKNOWN && fate != Fate.WAITING;
    rpc.record(asked);
    rpc.record(asked.ended(now, List.of(),
        known ? Outcome.OK : new Outcome.Unknown("unknown", "nobody could tell what became of it"),
        JsonNodeFactory.instance.objectNode().put("fate", fate.name().toLowerCase(Locale.ROOT))));
  }

  private void note(String name, ObjectNode value) {
    rpc.record(new Note(name, rpc.clock().now(), value));
  }

  private void end() {
    note("signing", rpc.sending().signers());
    Outcome outcome = broken.isEmpty() ? Outcome.OK
        : new Outcome.Refused("not-accounted-for", String.join("; ", broken));
    turn.request(ROW, started, rpc.clock().now(), outcome);
    turn.end();
  }
}
