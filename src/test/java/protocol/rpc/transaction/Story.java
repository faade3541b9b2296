package protocol.rpc.transaction;

import account.Fate;
import account.SignedTransaction;
import history.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import protocol.rpc.chain.Inclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Keeps what it is told of an order. */
final class Story implements Progress {

  final List<String> told = new CopyOnWriteArrayList<>();
  final List<SignedTransaction> sent = new CopyOnWriteArrayList<>();

  @Override
  public void onNotSent(Outcome.Refused reason) {
    told.add("not sent: " + reason.code());
  }

  @Override
  public void onSending(SignedTransaction transaction, long signed, long time) {
    sent.add(transaction);
    told.add("sending " + transaction.transaction().nonce());
  }

  @Override
  public void onAnswered(Outcome outcome, long time) {
    told.add(switch (outcome) {
      case Outcome.Ok _ -> "accepted";
      case Outcome.Refused(String code, _) -> "refused: " + code;
      case Outcome.Unknown(String code, _) -> "unknown: " + code;
    });
  }

  @Override
  public void onIncluded(Inclusion inclusion) {
    told.add("included");
  }

  @Override
  public void onLeft(Inclusion inclusion) {
    told.add("left");
  }

  @Override
  public void onFate(Fate fate) {
    told.add(fate.name());
  }

  void awaits(String word) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(told).contains(word));
  }
}
