package rig.chain;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import static org.awaitility.Awaitility.await;

/** Local chains for tests, with blocks every 100 ms; a test is skipped where there is no anvil at all. */
final class TestChains {

  static final Duration DEADLINE = Duration.ofSeconds(20);

  private TestChains() {}

  static ChainOptions options() {
    return ChainOptions.of(InstalledAnvil.path()).withBlockTime(Duration.ofMillis(100));
  }

  static Receipt receipt(ChainClient client, String hash) {
    return await().atMost(DEADLINE).until(() -> client.receipt(hash), Optional::isPresent).orElseThrow();
  }

  /** Sends and waits for the block. */
  static Receipt mined(ChainClient client, Send send) throws IOException {
    return receipt(client, send.now());
  }

  interface Send {
    String now() throws IOException;
  }
}
