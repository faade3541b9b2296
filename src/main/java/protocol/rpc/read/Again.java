package protocol.rpc.read;

import history.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import protocol.engine.Turn;

/** Asks one thing after the other, so that there is something to judge however little the load has asked. */
final class Again {

  private static final Request HEAD = new Request(ReadDsl.AGAIN, Inquiry.HEAD, "[]", false);

  private final Turn turn;
  private final ReadComponents reads;
  private final Deque<Consumer<Consumer<Told>>> questions = new ArrayDeque<>();
  private final long started;
  private Outcome outcome = Outcome.OK;

  Again(Turn turn, ReadComponents reads) {
    this.turn = turn;
    this.reads = reads;
    this.started = turn.clock().now();
  }

  void ask() {
    if (reads.comparing()) {
      reads.again().forEach(this::compare);
    } else {
      heads();
      reads.again().forEach(request -> put(request, 0));
      heads();
    }
    next();
  }

  private void heads() {
    for (int endpoint = 0; endpoint < reads.first().chain().read().size(); endpoint++) {
      put(HEAD, endpoint);
    }
  }

  private void put(Request request, long asker) {
    questions.add(then -> new Inquiry(turn, reads, request).ask(Terms.beside(ReadDsl.AGAIN, turn), asker, then));
  }

  private void compare(Request request) {
    questions.add(then -> new Comparison(turn, reads, request).ask(Terms.beside(ReadDsl.AGAIN, turn), then));
  }

  private void next() {
    Consumer<Consumer<Told>> question = questions.poll();
    if (question == null) {
      turn.request(ReadDsl.AGAIN, started, turn.clock().now(), outcome);
      turn.end();
      return;
    }
    question.accept(told -> {
      outcome = outcome == Outcome.OK ? told.outcome() : outcome;
      next();
    });
  }
}
