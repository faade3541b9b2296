package rig.checkout.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Does many things in one go: whoever waits while some are on their way goes with the next.
 *
 * <p>A commit and a call to a neighbour cost nearly the same for one thing as for a hundred.
 */
public final class Together<T> implements AutoCloseable {

  private static final int WAITING = 20_000;

  /** Does all of them, or throws and has perhaps done none. */
  @FunctionalInterface
  public interface Work<T> {
    void doAll(List<T> things) throws Exception;
  }

  private record Pending<T>(T thing, CompletableFuture<Void> done) {}

  private final String name;
  private final Manner manner;
  private final Work<T> work;
  private final BlockingQueue<Pending<T>> queue = new ArrayBlockingQueue<>(WAITING);
  private final List<Thread> hands;
  private volatile boolean stopped;

  /**
   * How things are put together.
   *
   * @param hands how many goes may be under way at a time
   * @param most how many things may go together
   * @param gather how long the first of them waits for others, when fewer have come by then
   */
  public record Manner(int hands, int most, Duration gather) {

    /** Nobody waits without need. */
    public Manner(int hands, int most) {
      this(hands, most, Duration.ZERO);
    }
  }

  /**
   * Begins to work.
   *
   * @param name who works, for people
   */
  public Together(String name, Manner manner, Work<T> work) {
    this.name = name;
    this.manner = manner;
    this.work = work;
    this.hands = IntStream.range(0, manner.hands())
        .mapToObj(i -> Thread.ofVirtual().name(name + "-" + i).start(this::run))
        .toList();
  }

  /**
   * Blocks until it is done.
   *
   * @throws ExecutionException when the work has failed; its cause tells why
   * @throws StoppedException when the end came first
   */
  public void await(T thing) throws ExecutionException {
    await(List.of(thing));
  }

  /** The same for several things, which need not go together. */
  public void await(List<T> things) throws ExecutionException {
    List<Pending<T>> pending = things.stream().map(thing -> new Pending<>(thing, new CompletableFuture<>())).toList();
    try {
      for (Pending<T> one : pending) {
        queue.put(one);
      }
      if (stopped) {
        refuseAll();
      }
      for (Pending<T> one : pending) {
        one.done().get();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StoppedException(name);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoppedException) {
        throw new StoppedException(name);
      }
      throw e;
    }
  }

  private void run() {
    List<Pending<T>> batch = new ArrayList<>();
    while (!stopped) {
      batch.clear();
      try {
        gather(batch);
        work.doAll(batch.stream().map(Pending::thing).toList());
        batch.forEach(pending -> pending.done().complete(null));
      } catch (InterruptedException _) {
        batch.forEach(pending -> pending.done().completeExceptionally(new StoppedException(name)));
      } catch (Exception e) {
        Exception told = stopped ? new StoppedException(name) : e;
        batch.forEach(pending -> pending.done().completeExceptionally(told));
      }
    }
    refuseAll();
  }

  private void gather(List<Pending<T>> batch) throws InterruptedException {
    batch.add(queue.take());
    long until = System.nanoTime() + manner.gather().toNanos();
    queue.drainTo(batch, manner.most() - 1);
    while (batch.size() < manner.most() && until - System.nanoTime() > 0) {
      Pending<T> late = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (late != null) {
        batch.add(late);
      }
    }
  }

  private void refuseAll() {
    List<Pending<T>> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(pending -> pending.done().completeExceptionally(new StoppedException(name)));
  }

  /** How many things are not under way yet. */
  int waiting() {
    return queue.size();
  }

  /** Makes everybody who still waits go without an answer; what is under way is interrupted. */
  @Override
  public void close() {
    stopped = true;
    hands.forEach(Thread::interrupt);
    refuseAll();
  }

  /** Blocks until nothing is under way any more, after {@link #close}. */
  public void join() {
    try {
      for (Thread hand : hands) {
        hand.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
