package rig.wallet.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;

/**
 * Saves steps of many channels in one transaction: whoever waits while one is on its way to the disk goes with the next.
 *
 * <p>A disk can be asked to write some hundred times a second, whatever is in it. The caller holds its channel meanwhile, so
 * a transaction never has two steps of one channel.
 */
final class Committer implements AutoCloseable {

  private static final int WAITING = 10_000;
  private static final int TOGETHER = 1_000;

  private record Pending(Entry entry, CompletableFuture<Void> saved) {}

  private final DataSource database;
  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean closed;

  Committer(String name, DataSource database) {
    this.database = database;
    this.thread = Thread.ofPlatform().daemon().name("committer-" + name).start(this::run);
  }

  /** Blocks until it is on disk. */
  void save(Entry entry) {
    var pending = new Pending(entry, new CompletableFuture<>());
    try {
      queue.put(pending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted", e);
    }
    if (closed) {
      refuseAll();
    }
    try {
      pending.saved.join();
    } catch (CompletionException e) {
      throw new StoreException("the database did not take it: " + e.getMessage(), e);
    }
  }

  private void run() {
    List<Pending> batch = new ArrayList<>();
    while (!closed) {
      batch.clear();
      try {
        batch.add(queue.take());
        queue.drainTo(batch, TOGETHER - 1);
        commit(batch.stream().map(Pending::entry).toList());
        batch.forEach(pending -> pending.saved.complete(null));
      } catch (InterruptedException e) {
        batch.forEach(pending -> pending.saved.completeExceptionally(e));
        break;
      } catch (SQLException | RuntimeException e) {
        batch.forEach(pending -> pending.saved.completeExceptionally(e));
      }
    }
    refuseAll();
  }

  private void commit(List<Entry> entries) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Tables.insertChannels(connection, entries.stream().filter(Entry::isNew).toList());
        Tables.updateChannels(connection, entries.stream().filter(entry -> !entry.isNew()).toList());
        Tables.saveStates(connection, entries);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private void refuseAll() {
    List<Pending> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(pending -> pending.saved.completeExceptionally(new SQLException("the wallet is closing")));
  }

  /** Finishes the transaction under way and refuses all others. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
