package protocol.rpc.node;

import java.net.URI;
import java.time.Duration;

/** One endpoint, and whether it is worth asking. Safe from any thread. */
final class Endpoint {

  private static final long REST = Duration.ofSeconds(1).toNanos();

  private final String label;
  private final String url;
  private volatile long failedAt;
  private volatile boolean failed;

  Endpoint(String label, URI url) {
    this.label = label;
    this.url = url.toString();
  }

  /** Its name in reports: {@code read 1}; its address may change from run to run. */
  String label() {
    return label;
  }

  String url() {
    return url;
  }

  /** Nobody needs to ask it for a second. */
  void hasFailed() {
    failedAt = System.nanoTime();
    failed = true;
  }

  void hasAnswered() {
    if (failed) {
      failed = false;
    }
  }

  boolean rests() {
    return failed && System.nanoTime() - failedAt < REST;
  }
}
