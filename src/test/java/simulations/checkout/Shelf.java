package simulations.checkout;

import io.gatling.javaapi.core.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
    if (session.contains(key)) {
      ids.add(session.getString(key));
    }
    return session;
  }

  /** Gives the user the next one, from the first again after the last. */
  Session next(Session session) {
    return session.set(key, ids.get(taken.getAndIncrement() % ids.size()));
  }

  /** Gives the user any one, whether or not others have it. */
  Session any(Session session, Dice dice) {
    return session.set(key, dice.any(ids));
  }

  /** How many there are. */
  int size() {
    return ids.size();
  }

  /** The ids in the order in which they came. */
  List<String> ids() {
    return ids;
  }
}
