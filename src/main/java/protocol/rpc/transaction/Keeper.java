package protocol.rpc.transaction;

import account.Kind;
import account.PoolView;
import account.Repair;
import account.SignedTransaction;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.rpc.chain.Goal;
import protocol.rpc.node.Question.Asker;

/** Looks after lanes that do not get on: compares them with what the node sees, and does what they ask for. */
final class Keeper {

  private static final int RAISE = 10;
  private static final int RAISE_WITH_BLOBS = 100;

  private final Parts parts;
  private final Views views;
  private final Asker asker;

  /** A keeper that sends on the given asker's event loop. */
  Keeper(Parts parts, Asker asker) {
    this.parts = parts;
    this.views = new Views(parts.reader());
    this.asker = asker;
  }

  /** Looks after a lane that {@link AccountLane#needsLook needs it}; tells the view, null when there was none. */
  void look(AccountLane lane, Consumer<@Nullable PoolView> told) {
    views.view(lane.account().address(), lane.nonces().hashes(), view -> {
      try {
        if (view != null) {
          lane.nonces().repairs(view).forEach(repair -> carryOut(lane, repair));
        }
      } finally {
        lane.looked();
      }
      told.accept(view);
    });
  }

  private void carryOut(AccountLane lane, Repair repair) {
    switch (repair) {
      case Repair.Resend(SignedTransaction lost) -> with(lane, lost, submission -> submission.again(lost));
      case Repair.Raise(SignedTransaction stuck) ->
        with(lane, stuck, submission -> submission.raise(stuck, percent(stuck)));
      case Repair.Fill(long nonce) -> fill(lane, nonce);
      case Repair.LookUp(SignedTransaction mined) -> parts.watcher().lookUp(mined.hash());
    }
  }

  private static void with(AccountLane lane, SignedTransaction transaction, Consumer<Submission> step) {
    Submission submission = lane.submission(transaction.hash());
    if (submission != null) {
      step.accept(submission);
    }
  }

  private static int percent(SignedTransaction transaction) {
    return transaction.transaction().kind() instanceof Kind.Blobs ? RAISE_WITH_BLOBS : RAISE;
  }

  /** Nothing, from the account to itself. */
  private void fill(AccountLane lane, long nonce) {
    Draft nothing = new Draft(lane.account().address(), BigInteger.ZERO, "0x", _ -> new Kind.FeeMarket(List.of()));
    Order order = new Order("fill", lane.account(), nothing, new GasLimit.Estimated(1.1, "fill"), FeePolicy.market(),
        Goal.INCLUDED, false, asker);
    Watched nobody = new Watched(Progress.NOBODY, new Ticket(), parts.census(), false);
    new Submission(parts, lane, order, nobody).begin(nonce);
  }
}
