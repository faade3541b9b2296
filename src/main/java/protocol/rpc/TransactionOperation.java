package protocol.rpc;

import account.Fate;
import account.SignedTransaction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import protocol.engine.ExpressionFailure;
import protocol.engine.Turn;
import protocol.rpc.chain.Goal.Finality;
import protocol.rpc.chain.Inclusion;
import protocol.rpc.chain.Sight;
import protocol.rpc.transaction.Progress;
import protocol.rpc.transaction.Ticket;

/** One transaction of one user, from the user's coming by to its goal. Confined to the user's event loop but for what is told from others. */
final class TransactionOperation implements Progress {

  private static final Duration A_MOMENT = Duration.ofMillis(50);

  private final Turn turn;
  private final RpcComponents rpc;
  private final Sending.Chain chain;
  private final TransactionPlan plan;
  private final Milestones milestones;
  private final Invocation draft;
  private final TransactionFollower follower;
  private volatile @Nullable Invocation invocation;
  private @Nullable Ticket ticket;
  private @Nullable Inclusion inclusion;
  private @Nullable Outcome answer;
  private Runnable timer = () -> {};
  private boolean ended;

  TransactionOperation(Turn turn, RpcComponents rpc, Sending.Chain chain, TransactionPlan plan)
      throws ExpressionFailure {
    this.turn = turn;
    this.rpc = rpc;
    this.chain = chain;
    this.plan = plan;
    this.draft = plan.terms()
        .invocation(plan.terms().reported(), turn.session(), rpc,
            new Terms.Asked("", TransactionRecords.asked(chain.name(), plan)));
    this.milestones = new Milestones(turn.clock(), draft.started());
    this.follower = new TransactionFollower(chain, this);
  }

  /** Starts it; everything else is told. */
  void run() {
    timer = turn.after(plan.aim().patience(), this::timeIsUp);
    ticket = chain.sender().send(plan.order(), follower);
  }

  @Override
  public void onNotSent(Outcome.Refused reason) {
    turn.onLoop(() -> end(reason, Milestones.QUEUED));
  }

  @Override
  public void onSigning(long time) {
    milestones.signing(time);
  }

  /** What is asked stands in the history before it can happen. */
  @Override
  public void onSending(SignedTransaction transaction, long signed, long time) {
    if (invocation != null) {
      return; // another one in its place
    }
    milestones.sending(signed, time);
    Invocation asked = TransactionRecords.sent(draft, transaction, milestones.released(draft.released()),
        turn.clock().at(time));
    rpc.record(asked);
    invocation = asked;
  }

  @Override
  public void onAnswered(Outcome outcome, long time) {
    turn.onLoop(() -> {
      if (!ended && answer == null) {
        answer = outcome;
        milestones.reached(Milestones.ACCEPTED, time);
        if (plan.aim().accepted() && outcome instanceof Outcome.Ok) {
          end(Outcome.OK, Milestones.ACCEPTED);
        }
      }
    });
  }

  @Override
  public void onSeen(Sight sight, long time) {
    turn.onLoop(() -> milestones.reached(sight == Sight.PENDING ? Milestones.SEEN : Milestones.PRECONFIRMED, time));
  }

  @Override
  public void onIncluded(Inclusion included) {
    turn.onLoop(() -> {
      inclusion = included;
      milestones.reached(Milestones.INCLUDED, included.block().live() ? included.block().arrived() : included.seen());
      if (!included.receipt().success()) {
        end(new Outcome.Refused("reverted", "it is in a block, and was undone there"), Milestones.INCLUDED);
      } else if (plan.aim().goal().depth() == 1) {
        unlessFinality(Finality.NONE, Milestones.INCLUDED);
      }
    });
  }

  @Override
  public void onLeft(Inclusion left) {
    turn.onLoop(() -> {
      inclusion = null;
      milestones.forgetInclusion();
    });
  }

  @Override
  public void onConfirmed(long time) {
    turn.onLoop(() -> reached(Milestones.CONFIRMED, Finality.NONE, time));
  }

  @Override
  public void onSafe(long time) {
    turn.onLoop(() -> reached(Milestones.SAFE, Finality.SAFE, time));
  }

  @Override
  public void onFinalized(long time) {
    turn.onLoop(() -> reached(Milestones.FINALIZED, Finality.FINALIZED, time));
  }

  @Override
  public void onFate(Fate fate) {
    turn.onLoop(() -> {
      Outcome outcome = TransactionRecords.outcome(fate, answer);
      if (outcome != null) {
        end(outcome, fate == Fate.REJECTED ? Milestones.ACCEPTED : Milestones.INCLUDED);
      }
    });
  }

  private void reached(String milestone, Finality enough, long time) {
    milestones.reached(milestone, time);
    unlessFinality(enough, milestone);
  }

  private void unlessFinality(Finality wanted, String milestone) {
    if (plan.aim().goal().finality() == wanted) {
      end(Outcome.OK, milestone);
    }
  }

  private void timeIsUp() {
    Ticket open = ticket;
    if (open != null && chain.sender().takeBack(open)) {
      end(new Outcome.Refused("no-turn", "as many as allowed were in flight"), Milestones.QUEUED);
    } else if (invocation == null) {
      timer = turn.after(A_MOMENT, this::timeIsUp); // it is being signed
    } else if (answer instanceof Outcome.Unknown unknown) {
      end(unknown, Milestones.ACCEPTED);
    } else {
      end(new Outcome.Unknown("pending", "it did not get so far in time"), milestones.next(plan.aim()));
    }
  }

  private void end(Outcome outcome, String milestone) {
    if (ended) {
      return;
    }
    ended = true;
    timer.run();
    follower.over();
    Invocation asked = invocation;
    if (asked == null) {
      asked = draft;
      rpc.record(draft);
    } else if (outcome instanceof Outcome.Unknown) {
      chain.unresolved().add(asked.entity());
    }
    RpcItem.Judged judged = TransactionRecords.judged(plan, outcome, inclusion, turn.session());
    JsonNode answered = inclusion == null ? NullNode.getInstance()
        : TransactionRecords.answered(inclusion, milestones.sent(), turn.clock());
    long now = turn.clock().now();
    var phases = milestones.phases(milestone, now);
    rpc.record(asked.ended(phases.getLast().ended(), phases, judged.outcome(), answered));
    turn.group(asked.kind(), phases, judged.row());
    Session leaving = TransactionRecords.saved(judged.session(), asked.entity(), inclusion);
    turn.end(Terms.ended(leaving, now));
  }
}
