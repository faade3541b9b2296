package account;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import rig.chain.ChainOptions;
import rig.chain.InstalledAnvil;
import rig.chain.LocalChain;

import static org.awaitility.Awaitility.await;

/** Local chains for the tests of this package, with blocks every 100 ms; a test is skipped where there is no anvil at all. */
final class Chains {

  static final Duration DEADLINE = Duration.ofSeconds(40);

  private Chains() {}

  static LocalChain start() throws IOException {
    return LocalChain.start(ChainOptions.of(InstalledAnvil.path()).withBlockTime(Duration.ofMillis(100)));
  }

  /** Waits for the block; sends again when an answer is lost. */
  static Receipt mined(Node node, SignedTransaction transaction) throws IOException {
    try {
      node.send(transaction);
    } catch (RefusedException e) {
      throw e;
    } catch (IOException _) {
      again(node, transaction);
    }
    return await().atMost(DEADLINE).until(() -> node.receipt(transaction.hash()), Optional::isPresent).orElseThrow();
  }

  private static void again(Node node, SignedTransaction transaction) throws IOException {
    try {
      node.send(transaction);
    } catch (RefusedException e) {
      if (e.reason() != Refusal.ALREADY_KNOWN && e.reason() != Refusal.NONCE_TOO_LOW) {
        throw e;
      }
    }
  }
}
