package account;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What remains of a lane, and what becomes of it among threads. */
final class NonceLaneEndTest {

  private static final Account SENDER = Account.of("5e".repeat(32));

  private final List<Ending> endings = new ArrayList<>();
  private final NonceLane lane = new NonceLane(5, LaneRules.USUAL, System::nanoTime, endings::add);

  @Test
  void whatIsGivenUpEndsByTheLastView() {
    SignedTransaction dropped = sent(taken());
    SignedTransaction queued = sent(taken());
    lane.giveUp(new PoolView(5, 5, Set.of(queued.hash()), Set.of()));
    assertThat(endings).containsExactlyInAnyOrder(new Ending(dropped, Fate.EXPIRED), new Ending(queued, Fate.UNKNOWN));
    SignedTransaction late = unseen();
    assertThat(endings).last().isEqualTo(new Ending(late, Fate.UNKNOWN));
  }

  @Test
  void whatIsSettledIsForgottenAndStaysCounted() {
    SignedTransaction old = sent(taken());
    lane.included(old.hash(), true);
    lane.settled(6);
    lane.removed(old.hash());
    assertThat(lane.tally()).containsEntry(Fate.INCLUDED, 1L);
    assertThat(lane.repairs(new PoolView(5, 5, Set.of(), Set.of()))).as("a node that lags behind").isEmpty();
    assertThat(taken()).isEqualTo(6);
  }

  @Test
  void manyThreadsShareIt() {
    var wide = new NonceLane(0, LaneRules.USUAL.withInFlight(8), System::nanoTime, _ -> {});
    var used = new ConcurrentLinkedQueue<Long>();
    var all = IntStream.range(0, 400).mapToObj(_ -> {
      var done = new CompletableFuture<Void>();
      Thread.ofVirtual().start(() -> wide.take(nonce -> {
        used.add(nonce);
        SignedTransaction transaction = signed(nonce);
        wide.sending(transaction);
        Thread.ofVirtual().start(() -> {
          wide.included(transaction.hash(), true);
          done.complete(null);
        });
      }));
      return done;
    }).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(used).containsExactlyInAnyOrderElementsOf(LongStream.range(0, 400).boxed().toList());
    assertThat(wide.tally()).containsEntry(Fate.INCLUDED, 400L);
    assertThat(wide.inFlight()).isZero();
  }

  private long taken() {
    return lane.tryTake().orElseThrow();
  }

  private SignedTransaction sent(long nonce) {
    SignedTransaction transaction = signed(nonce);
    assertThat(lane.sending(transaction)).isTrue();
    return transaction;
  }

  /** One that is given up without any view. */
  private SignedTransaction unseen() {
    SignedTransaction transaction = sent(taken());
    lane.giveUp(null);
    return transaction;
  }

  private static SignedTransaction signed(long nonce) {
    return Transaction.of(1, nonce, Call.transfer(SENDER.address(), BigInteger.ONE), Fees.flat(BigInteger.TEN))
        .signedBy(SENDER);
  }
}
