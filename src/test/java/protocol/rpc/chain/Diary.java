package protocol.rpc.chain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A follower that keeps what it is told. */
final class Diary implements Follower {

  final List<String> entries = new CopyOnWriteArrayList<>();
  final List<Inclusion> inclusions = new CopyOnWriteArrayList<>();

  @Override
  public void onSeen(Sight sight, long time) {
    entries.add(sight == Sight.PENDING ? "seen" : "preconfirmed");
  }

  @Override
  public void onIncluded(Inclusion inclusion) {
    inclusions.add(inclusion);
    entries.add((inclusion.receipt().success() ? "included " : "reverted ") + inclusion.block().hash());
  }

  @Override
  public void onLeft(Inclusion inclusion) {
    entries.add("left " + inclusion.block().hash());
  }

  @Override
  public void onConfirmed(long time) {
    entries.add("confirmed");
  }

  @Override
  public void onSafe(long time) {
    entries.add("safe");
  }

  @Override
  public void onFinalized(long time) {
    entries.add("finalized");
  }

  void awaits(String... words) {
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(entries).containsExactly(words));
  }
}
