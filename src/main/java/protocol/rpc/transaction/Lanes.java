package protocol.rpc.transaction;

import account.Account;
import account.LaneRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes of all accounts that send: each is opened, with one question to the node, when it is first needed. Safe from any thread. */
final class Lanes {

  private final Views views;
  private final LaneRules rules;
  private final Map<String, CompletableFuture<AccountLane>> lanes = new ConcurrentHashMap<>();

  Lanes(Views views, LaneRules rules) {
    this.views = views;
    this.rules = rules;
  }

  /** The lane of an account; fails with {@link NotSent} when the node does not tell its next nonce. */
  CompletableFuture<AccountLane> of(Account account) {
    CompletableFuture<AccountLane> known = lanes.get(account.address());
    if (known != null) {
      return known;
    }
    CompletableFuture<AccountLane> fresh = new CompletableFuture<>();
    CompletableFuture<AccountLane> raced = lanes.putIfAbsent(account.address(), fresh);
    if (raced != null) {
      return raced;
    }
    views.count(account.address(), "pending", next -> {
      if (next >= 0) {
        fresh.complete(new AccountLane(account, next, rules));
      } else {
        lanes.remove(account.address(), fresh);
        fresh.completeExceptionally(new NotSent("no-nonce", "the node does not tell the account's next nonce"));
      }
    });
    return fresh;
  }

  /** Those that are open. */
  List<AccountLane> opened() {
    return lanes.values()
        .stream()
        .filter(lane -> lane.isDone() && !lane.isCompletedExceptionally())
        .map(CompletableFuture::join)
        .toList();
  }
}
