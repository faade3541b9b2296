package protocol.wallet;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Which channel each job has, for jobs that need another's channel and for the audit. Safe from any thread. */
final class OpenChannels {

  /**
   * A job's channel.
   *
   * @param job the job
   * @param channelId 32-byte hex
   * @param servers the wallets that take part and that the target has
   * @param onChain whether its money is deposited on a chain
   * @param measured false for warm-up, which nobody audits
   */
  record Entry(String job, String channelId, List<String> servers, boolean onChain, boolean measured) {}

  /**
   * How the opening of a job's channel ended.
   *
   * @param at when, nanoseconds since zero
   * @param failure why it does not run, so far as we know; null when it runs
   */
  record Opening(long at, @Nullable WalletFailure failure) {}

  private final ConcurrentMap<String, Entry> accepted = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CompletableFuture<Opening>> openings = new ConcurrentHashMap<>();

  /** A wallet has accepted the job's channel. */
  void accepted(Entry entry) {
    accepted.put(entry.job(), entry);
  }

  /** The opening of the job's channel has ended. The first end counts. */
  void opened(String job, Opening opening) {
    whenOpened(job).complete(opening);
  }

  /** How the opening of the job's channel ended, as soon as it has; never fails. */
  CompletableFuture<Opening> whenOpened(String job) {
    return openings.computeIfAbsent(job, _ -> new CompletableFuture<>());
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
}
