package simulations.checkout;

import io.gatling.javaapi.core.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What a run has set up, for all its virtual users to take from: the ids of items, users or orders. */
final class Shelf {

  private final String key;
  private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger taken = new AtomicInteger();

  /** A shelf for what virtual users keep under this key of their sessions. */
  Shelf(String key) {
    this.key = key;
  }

  /** Puts what the user has made on the shelf, unless that has failed. */
  Session put(Session session) {
    if (!session.isFailed()) {
      ids.add(session.getString(key));
    }
    return session;
  }

  /** Puts so many on the shelf, whose ids are 0 and so on. */
  void fill(int count) {
    IntStream.range(0, count).mapToObj(Integer::toString).forEach(ids::add);
  }

  /** Gives the user the next one, from the first again after the last; so many users in a row get the same. */
  Session next(Session session, int times) {
    return at(session, taken.getAndIncrement() / times % ids.size());
  }

  /** Gives the user the one at that place. */
  Session at(Session session, int place) {
    return session.set(key, ids.get(place));
  }

  /** How many there are. */
  int size() {
    return ids.size();
  }
}
