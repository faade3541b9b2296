package protocol.wallet;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which channel each job has, for jobs that need another's channel and for the audit. Safe from any thread. */
final class OpenChannels {

  /**
   * A job's channel.
   *
   * @param job the job
   * @param channelId 32-byte hex
   * @param servers the wallets that take part and that the target has
   * @param measured false for warm-up, which nobody audits
   */
  record Entry(String job, String channelId, List<String> servers, boolean measured) {}

  private final ConcurrentMap<String, Entry> accepted = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CompletableFuture<Entry>> running = new ConcurrentHashMap<>();

  /** A wallet has accepted the job's channel. */
  void accepted(Entry entry) {
    accepted.put(entry.job(), entry);
  }

  /** Both sides agree that the job's channel runs. */
  void running(String job) {
    future(job).complete(entry(job));
  }

  /** The job's channel will not run, so far as we know. */
  void failed(String job, WalletFailure failure) {
    future(job).completeExceptionally(failure);
  }

  /** The job's channel as soon as it runs. */
  CompletableFuture<Entry> whenRunning(String job) {
    return future(job);
  }

  /** The job's channel, when a wallet has accepted it already. Throws {@link WalletFailure} otherwise, as nothing can be sent. */
  Entry entry(String job) {
    Entry entry = accepted.get(job);
    if (entry == null) {
      throw WalletFailure.refused("no-channel", "the job has no channel yet, nothing was sent");
    }
    return entry;
  }

  /** Every channel that a wallet has accepted and that belongs to the load. */
  List<Entry> all() {
    return accepted.values().stream().filter(Entry::measured).toList();
  }

  private CompletableFuture<Entry> future(String job) {
    return running.computeIfAbsent(job, _ -> new CompletableFuture<>());
  }
}
