package rig.checkout.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a database: carries steps out one after the other, and commits all that wait in one transaction.
 *
 * <p>So nothing is ever locked or retried, and the disk is asked once for many requests. An answer is given when it is on disk.
 */
public final class Ledger<P extends Page> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final int TOGETHER = 1_000;

  /** One request's work. */
  public interface Step<P, A> {

    /** Says which rows it will look at. */
    void wants(P page);

    /**
     * Does it.
     *
     * @throws Refusal when it cannot be done; nothing may have been changed then
     */
    A take(P page) throws Refusal;
  }

  /** A step with what came of it. */
  private static final class Taken<P, A> {

    private final Step<P, A> step;
    private @Nullable A answer;
    private @Nullable Refusal refusal;

    Taken(Step<P, A> step) {
      this.step = step;
    }

    void wants(P page) {
      step.wants(page);
    }

    void take(P page) {
      try {
        answer = step.take(page);
      } catch (Refusal e) {
        refusal = e;
      }
    }

    A answer() throws Refusal {
      if (refusal != null) {
        throw refusal;
      }
      if (answer == null) {
        throw new IllegalStateException("a step was left out");
      }
      return answer;
    }
  }

  private final Session session;
  private final Supplier<P> pages;
  private final Together<Taken<P, ?>> together;

  /**
   * Opens a database whose tables are there.
   *
   * @param pages makes an empty page for a transaction
   * @param gather how long a step waits for others to share its transaction; none, unless the point is that they meet
   */
  public Ledger(String name, Place place, Supplier<P> pages, Duration gather) {
    this.session = Session.writing(place);
    this.pages = pages;
    this.together = new Together<>(name + "-ledger", new Together.Manner(1, TOGETHER, gather), this::commit);
  }

  /**
   * Blocks until a step has been carried out and is on disk.
   *
   * @throws Refusal when the step refuses
   * @throws StoreException when the database fails
   */
  public <A> A take(Step<P, A> step) throws Refusal {
    var taken = new Taken<>(step);
    await(List.of(taken));
    return taken.answer();
  }

  /** The same for several steps that do not refuse. */
  public <A> List<A> takeAll(List<? extends Step<P, A>> steps) {
    List<Taken<P, A>> all = steps.stream().map(step -> new Taken<P, A>(step)).toList();
    await(List.copyOf(all));
    return all.stream().map(taken -> {
      try {
        return taken.answer();
      } catch (Refusal e) {
        throw new IllegalStateException(e);
      }
    }).toList();
  }

  private void await(List<Taken<P, ?>> taken) {
    try {
      together.await(taken);
    } catch (ExecutionException e) {
      throw new StoreException("the database failed: " + e.getCause(), e);
    }
  }

  private void commit(List<Taken<P, ?>> steps) throws SQLException {
    session.commit(connection -> carryOut(steps, connection));
  }

  private void carryOut(List<Taken<P, ?>> steps, Connection connection) throws SQLException {
    P page = pages.get();
    steps.forEach(step -> step.wants(page));
    for (Rows<?> rows : page.rows()) {
      rows.load(connection);
    }
    steps.forEach(step -> step.take(page));
    for (Rows<?> rows : page.rows()) {
      rows.save(connection);
    }
  }

  /** Stops at once, in the middle of a transaction perhaps. */
  @Override
  public void close() {
    together.close();
    try {
      session.close();
    } catch (SQLException e) {
      LOG.warn("a connection does not close", e);
    }
    together.join();
  }
}
