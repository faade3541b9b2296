package lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be closed when a run ends, the newest first. */
final class Owned implements AutoCloseable {

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    resources.push(resource);
    return resource;
  }

  /** Closes all; what cannot be closed keeps nothing else from it. */
  @Override
  public void close() {
    resources.forEach(Owned::close);
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      Progress.tell("Not closed: %s (%s)", resource, e);
    }
  }
}
