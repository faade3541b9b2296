package protocol.rpc;

import account.Fate;
import account.SignedTransaction;
import history.Outcome;
import protocol.rpc.chain.Inclusion;
import protocol.rpc.chain.Sight;
import protocol.rpc.transaction.Progress;

/**
 * Follows a transaction for as long as the chain may change its mind, which is long after its operation has ended. Then nothing but its
 * name is kept: there may be a hundred thousand of them. Safe from any thread.
 */
final class TransactionFollower implements Progress {

  private final Sending.Chain chain;
  private volatile Progress operation;
  private volatile String transaction = "";
  private volatile long sent;

  TransactionFollower(Sending.Chain chain, Progress operation) {
    this.chain = chain;
    this.operation = operation;
  }

  /** The operation has ended, and wants to know nothing more. */
  void over() {
    operation = NOBODY;
  }

  @Override
  public void onNotSent(Outcome.Refused reason) {
    operation.onNotSent(reason);
  }

  @Override
  public void onSigning(long time) {
    operation.onSigning(time);
  }

  @Override
  public void onSending(SignedTransaction signed, long signedAt, long time) {
    if (transaction.isEmpty()) {
      transaction = signed.hash();
      sent = time;
    }
    operation.onSending(signed, signedAt, time);
  }

  @Override
  public void onAnswered(Outcome outcome, long time) {
    operation.onAnswered(outcome, time);
  }

  @Override
  public void onSeen(Sight sight, long time) {
    operation.onSeen(sight, time);
  }

  @Override
  public void onIncluded(Inclusion inclusion) {
    chain.clocks().included(inclusion, sent);
    operation.onIncluded(inclusion);
  }

  @Override
  public void onLeft(Inclusion inclusion) {
    if (operation == NOBODY) {
      chain.unresolved().add(transaction);
    }
    operation.onLeft(inclusion);
  }

  @Override
  public void onConfirmed(long time) {
    operation.onConfirmed(time);
  }

  @Override
  public void onSafe(long time) {
    operation.onSafe(time);
  }

  @Override
  public void onFinalized(long time) {
    operation.onFinalized(time);
  }

  @Override
  public void onFate(Fate fate) {
    chain.unresolved().know(transaction, fate);
    operation.onFate(fate);
  }
}
