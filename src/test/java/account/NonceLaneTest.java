package account;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class NonceLaneTest {

  private static final Account SENDER = Account.of("5e".repeat(32));
  private static final LaneRules RULES = new LaneRules(3, Duration.ofSeconds(2), Duration.ofSeconds(10), 2);

  private long now;
  private final List<Ending> endings = new ArrayList<>();
  private final NonceLane lane = new NonceLane(5, RULES, () -> now, endings::add);

  @Test
  void countsOnUpToItsLimit() {
    assertThat(List.of(taken(), taken(), taken())).containsExactly(5L, 6L, 7L);
    assertThat(lane.tryTake()).isEmpty();
    assertThat(lane.inFlight()).isEqualTo(3);
  }

  @Test
  void thoseWhoWaitGetTheirsInTurn() {
    var order = new ArrayList<String>();
    SignedTransaction first = sent(taken());
    lane.release(taken() + taken() - 7);
    lane.take(nonce -> order.add("a" + nonce));
    lane.take(nonce -> order.add("b" + nonce));
    lane.take(nonce -> order.add("c" + nonce));
    assertThat(order).containsExactly("a6");
    lane.included(first.hash(), true);
    assertThat(order).containsExactly("a6", "b8");
  }

  @Test
  void aRefusedNonceIsTheNextOneToBeGivenOut() {
    SignedTransaction first = sent(taken());
    sent(taken());
    lane.refused(first.hash(), Refusal.INSUFFICIENT_FUNDS);
    assertThat(endings).containsExactly(new Ending(first, Fate.REJECTED));
    assertThat(taken()).isEqualTo(5);
  }

  @Test
  void aRefusalAfterASilenceProvesNothing() {
    SignedTransaction first = sent(taken());
    lane.unanswered(first.hash());
    lane.refused(first.hash(), Refusal.POOL_FULL);
    assertThat(endings).isEmpty();
    assertThat(taken()).isEqualTo(6);
  }

  @Test
  void aNonceThatIsTooLowWaitsForTheNodesCount() {
    SignedTransaction first = sent(taken());
    lane.refused(first.hash(), Refusal.NONCE_TOO_LOW);
    assertThat(lane.tryTake()).isEmpty();
    assertThat(lane.repairs(view(90, 92))).isEmpty();
    assertThat(taken()).isEqualTo(92);
  }

  @Test
  void aGapIsFilledWhenNobodyNeedsItsNonce() {
    long gap = taken();
    SignedTransaction behind = sent(taken());
    lane.release(gap);
    assertThat(lane.repairs(view(5, 5, behind))).isEmpty();
    after(3);
    assertThat(lane.repairs(view(5, 5, behind))).containsExactly(new Repair.Fill(5));
    assertThat(lane.inFlight()).isEqualTo(2);
  }

  @Test
  void whatTheNodeHasLostIsSentAgain() {
    SignedTransaction lost = sent(taken());
    lane.accepted(lost.hash());
    assertThat(lane.repairs(view(5, 5))).as("the view may be older than the answer").isEmpty();
    after(3);
    assertThat(lane.repairs(view(5, 5))).containsExactly(new Repair.Resend(lost));
    assertThat(lane.sending(lost)).isTrue();
    assertThat(lane.repairs(view(5, 6, lost))).isEmpty();
  }

  @Test
  void onlyTheHeadOffersMoreAndNotForEver() {
    SignedTransaction head = sent(taken());
    SignedTransaction next = sent(taken());
    after(11);
    assertThat(lane.repairs(view(5, 7, head, next))).containsExactly(new Repair.Raise(head));
    SignedTransaction raised = head.transaction().raised(10).signedBy(SENDER);
    lane.sending(raised);
    after(11);
    assertThat(lane.repairs(view(5, 7, raised, next))).containsExactly(new Repair.Raise(raised));
    lane.sending(raised.transaction().raised(10).signedBy(SENDER));
    after(60);
    assertThat(lane.repairs(view(5, 7, raised, next))).isEmpty();
    lane.included(raised.hash(), false);
    assertThat(lane.tally()).containsEntry(Fate.REVERTED, 1L).containsEntry(Fate.REPLACED, 2L);
  }

  @Test
  void aBlockMayComeBeforeTheAnswer() {
    SignedTransaction quick = sent(taken());
    lane.included(quick.hash(), true);
    lane.refused(quick.hash(), Refusal.NONCE_TOO_LOW);
    assertThat(endings).containsExactly(new Ending(quick, Fate.INCLUDED));
    assertThat(taken()).isEqualTo(6);
    assertThat(lane.sending(quick)).as("there is no sense in sending it again").isFalse();
  }

  @Test
  void whatNobodyToldIsLookedUp() {
    SignedTransaction missed = sent(taken());
    assertThat(lane.repairs(new PoolView(6, 6, Set.of(), Set.of(missed.hash()))))
        .containsExactly(new Repair.LookUp(missed));
    lane.included(missed.hash(), true);
    assertThat(lane.hashes()).isEmpty();
  }

  @Test
  void whatThePoolHasIsNotReplaced() {
    SignedTransaction ours = sent(taken());
    for (int i = 0; i < 5; i++) {
      assertThat(lane.repairs(view(6, 6, ours))).as("its block is counted, and not yet told of").isEmpty();
    }
    assertThat(endings).isEmpty();
    lane.repairs(view(6, 6));
    lane.repairs(view(6, 6));
    assertThat(endings).containsExactly(new Ending(ours, Fate.REPLACED));
  }

  @Test
  void aBlockThatLeavesTheChainTakesItsTransactionsAlong() {
    SignedTransaction unlucky = sent(taken());
    lane.included(unlucky.hash(), true);
    lane.removed(unlucky.hash());
    assertThat(endings).extracting(Ending::fate).containsExactly(Fate.INCLUDED, Fate.WAITING);
    assertThat(lane.inFlight()).isEqualTo(1);
    after(3);
    assertThat(lane.repairs(view(5, 5))).containsExactly(new Repair.Resend(unlucky));
  }

  @Test
  void aNonceThatWasNotTakenIsNotSent() {
    assertThat(lane.sending(signed(5))).isFalse();
    long nonce = taken();
    lane.release(nonce);
    assertThat(lane.sending(signed(nonce))).isFalse();
    assertThat(lane.tally().values()).containsOnly(0L);
  }

  private long taken() {
    return lane.tryTake().orElseThrow();
  }

  private SignedTransaction sent(long nonce) {
    SignedTransaction transaction = signed(nonce);
    assertThat(lane.sending(transaction)).isTrue();
    return transaction;
  }

  private void after(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private static PoolView view(long mined, long pending, SignedTransaction... pooled) {
    var hashes = Arrays.stream(pooled).map(SignedTransaction::hash).toList();
    return new PoolView(mined, pending, Set.copyOf(hashes), Set.of());
  }

  private static SignedTransaction signed(long nonce) {
    return Transaction.of(1, nonce, Call.transfer(SENDER.address(), BigInteger.ONE), Fees.flat(BigInteger.TEN))
        .signedBy(SENDER);
  }
}
