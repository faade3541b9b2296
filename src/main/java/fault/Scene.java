package fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Note;
import history.Recorder;
import history.RunClock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The run that faults happen in.
 *
 * @param recorder where notes go
 * @param clock the run's zero
 * @param tell who is told what happens, line by line
 * @param patience how long is waited for what
 * @param over done when the run ends
 */
record Scene(Recorder recorder, RunClock clock, Consumer<String> tell, Patience patience,
    CompletableFuture<Void> over) {

  /** Keeps in the history that a fault has come so far. */
  void note(String title, String state) {
    recorder.record(new Note("fault", clock.now(), value(title, state)));
  }

  /** Keeps in the history what went wrong with a fault. */
  void failed(String title, String problem) {
    recorder.record(new Note("fault", clock.now(), value(title, "failed").put("problem", problem)));
  }

  private static ObjectNode value(String title, String state) {
    return JsonNodeFactory.instance.objectNode().put("title", title).put("state", state);
  }

  /** Tells a line about a fault. */
  void tell(String title, String what) {
    tell.accept("Fault: " + title + " " + what);
  }
}
