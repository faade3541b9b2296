package rig.wallet;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/**
 * How fast two wallets with their databases and this driver are in one process. Run by hand: {@code main(users, channels)}.
 *
 * <p>An open counts when both sides run the channel, an update when the other side has it, a close when both have closed.
 */
final class WalletSpeed {

  private final TwoWallets wallets;
  private final int users;
  private final int channels;

  private WalletSpeed(TwoWallets wallets, int users, int channels) {
    this.wallets = wallets;
    this.users = users;
    this.channels = channels;
  }

  public static void main(String[] arguments) throws IOException {
    int users = Integer.parseInt(arguments[0]);
    int channels = Integer.parseInt(arguments[1]);
    try (TwoWallets wallets = TwoWallets.inRig(TwoWallets.options())) {
      new WalletSpeed(wallets, users, channels / 4).measure("warm-up: ");
      new WalletSpeed(wallets, users, channels).measure("");
    }
  }

  private void measure(String phase) {
    List<String> ids = Collections.synchronizedList(new ArrayList<>());
    timed(phase + "open", _ -> ids.add(wallets.openUnfunded()));
    timed(phase + "update by A", i -> update(wallets.a(), wallets.b(), ids.get(i), 4));
    timed(phase + "update by B", i -> update(wallets.b(), wallets.a(), ids.get(i), 5));
    System.out.printf("%sheap with %d running channels per wallet: %d MiB%n", phase, channels, heap());
    timed(phase + "close", i -> {
      wallets.a().close(ids.get(i)).is(202);
      wallets.closed(ids.get(i));
    });
    String ledger = wallets.openLedger(100_000);
    // Each ledger turn lists all that is lent, so an open costs more the more are open.
    int fewer = Math.min(channels, 1000);
    new WalletSpeed(wallets, users, fewer).timed(phase + "open " + fewer + " from one ledger",
        _ -> wallets.open("app", 5, TwoWallets.borrowing(ledger)));
  }

  private static void update(WalletCaller mover, WalletCaller other, String id, long turn) {
    mover.update(id, "0x" + "%064x".formatted(turn)).is(200);
    other.turn(id, turn);
  }

  private void timed(String what, IntConsumer work) {
    var free = new Semaphore(users);
    List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    Duration cpu = cpu(ProcessHandle.current());
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(IntStream.range(0, channels).mapToObj(i -> {
        free.acquireUninterruptibly();
        return CompletableFuture.runAsync(() -> {
          long begin = System.nanoTime();
          work.accept(i);
          nanos.add(System.nanoTime() - begin);
        }, threads).whenComplete((_, _) -> free.release());
      }).toArray(CompletableFuture<?>[]::new)).join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    nanos.sort(null);
    double each = cpu(ProcessHandle.current()).minus(cpu).toNanos() / 1e6 / channels;
    System.out.printf("%s: %.0f/s, p50 %.1f ms, p99 %.1f ms, %.2f ms of CPU each%n", what, channels / seconds,
        nanos.get(channels / 2) / 1e6, nanos.get(channels * 99 / 100) / 1e6, each);
  }

  /** Of wallets and driver, garbage collection and compiler included; the database's comes on top. */
  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
