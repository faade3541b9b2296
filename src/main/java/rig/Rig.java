package rig;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import targets.Capability;
import targets.Target;

/** An embedded target: bound to its ports when it is made, answering once it is started. */
public interface Rig extends AutoCloseable {

  /**
   * Starts everything; blocks until all of it answers.
   *
   * @param progress is told, a line each, what has been started
   * @throws IOException when a part of it cannot run here; the message tells the fix. Nothing is left running then
   */
  void start(Consumer<String> progress) throws IOException;

  /** What it can be asked for; known from binding on. */
  Set<Capability> capabilities();

  /** Where it answers; complete once it is started. */
  Target target();

  /** Stops everything, in reverse. Never throws. */
  @Override
  void close();
}
