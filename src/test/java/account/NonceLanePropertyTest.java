package account;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a node does to its transactions, a lane keeps its books and comes to an end. */
final class NonceLanePropertyTest {

  private static final int STORIES = 1_500;

  @Test
  void aloneOnItsAccount() {
    for (long seed = 0; seed < STORIES; seed++) {
      check(seed, false);
    }
  }

  @Test
  void withAStrangerOnTheSameAccount() {
    for (long seed = 0; seed < STORIES; seed++) {
      check(seed, true);
    }
  }

  private static void check(long seed, boolean shared) {
    var story = new LaneStory(seed, shared);
    try {
      story.run();
      everythingEnds(story);
      fatesAreTrue(story);
      noGapRemains(story);
      noNonceIsUsedTwice(story);
      assertThat(story.mostInFlight).as("in flight").isLessThanOrEqualTo(LaneStory.IN_FLIGHT);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + (shared ? ", with a stranger" : ""), e);
    }
  }

  private static void everythingEnds(LaneStory story) {
    Map<Fate, Long> tally = story.lane.tally();
    assertThat(tally.get(Fate.WAITING)).as("still waiting").isZero();
    assertThat(tally.values().stream().mapToLong(Long::longValue).sum()).as("counted")
        .isEqualTo(story.submitted.size());
    assertThat(story.told.keySet()).as("told").containsExactlyInAnyOrderElementsOf(story.submitted.keySet());
    Map<Fate, Long> told = story.told.values()
        .stream()
        .collect(Collectors.groupingBy(fate -> fate, Collectors.counting()));
    told.forEach((fate, count) -> assertThat(tally.get(fate)).as("%s", fate).isEqualTo(count));
  }

  private static void fatesAreTrue(LaneStory story) {
    Map<String, Boolean> onChain = story.node.chain.stream()
        .collect(Collectors.toMap(ModelNode.Mined::hash, ModelNode.Mined::succeeded));
    story.told.forEach((hash, fate) -> {
      Boolean succeeded = onChain.get(hash);
      Set<Fate> possible = succeeded == null ? Set.of(Fate.REJECTED, Fate.REPLACED)
          : Set.of(succeeded ? Fate.INCLUDED : Fate.REVERTED);
      assertThat(fate).as("fate of %s, in a block: %s", hash, succeeded).isIn(possible);
    });
  }

  private static void noGapRemains(LaneStory story) {
    assertThat(story.lane.inFlight()).as("in flight").isZero();
    assertThat(story.node.pool.values()).as("what waits behind a gap")
        .allMatch(transaction -> story.node.strangers.contains(transaction.hash()));
    assertThat(story.lane.next()).as("the next nonce").isEqualTo(story.node.mined());
    assertThat(story.node.chain).filteredOn(mined -> !story.node.strangers.contains(mined.hash()))
        .allSatisfy(mined -> assertThat(story.submitted).containsKey(mined.hash()));
  }

  /** No payment is made twice, and a nonce carries another payment only when the one before was certainly refused. */
  private static void noNonceIsUsedTwice(LaneStory story) {
    Set<Long> paid = new HashSet<>();
    for (ModelNode.Mined mined : story.node.chain) {
      Long payment = story.submitted.get(mined.hash());
      if (payment != null && payment > 0) {
        assertThat(paid.add(payment)).as("payment %d happens once", payment).isTrue();
      }
    }
    for (List<SignedTransaction> sent : story.byNonce.values()) {
      Set<Long> alive = sent.stream()
          .filter(transaction -> story.told.get(transaction.hash()) != Fate.REJECTED)
          .map(transaction -> story.submitted.get(transaction.hash()))
          .collect(Collectors.toSet());
      assertThat(alive).as("payments that a node may have had with one nonce").hasSizeLessThanOrEqualTo(1);
    }
  }
}
