package rig.wallet.channel;

import contract.Exit;
import contract.Share;
import contract.VariablePart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import load.Participant;

/**
 * What a ledger channel has lent: its outcome, as it can be changed.
 *
 * <p>An app channel is funded when the ledger's outcome pays the app's total to the app's id. Returned money goes to the
 * participants as the app's last state splits it. A participant has the same signing address in both.
 */
public final class Loans {

  private final Terms ledger;
  private final Map<String, Map<String, BigInteger>> shares = new LinkedHashMap<>();

  private Loans(Terms ledger, List<Exit> outcome) {
    this.ledger = ledger;
    for (Exit exit : outcome) {
      Map<String, BigInteger> byDestination = new LinkedHashMap<>();
      exit.shares().forEach(share -> byDestination.merge(share.destination(), share.amount(), BigInteger::add));
      shares.put(exit.asset(), byDestination);
    }
  }

  /** The loans of a ledger channel whose last state pays this. */
  public static Loans of(Terms ledger, List<Exit> outcome) {
    return new Loans(ledger, outcome);
  }

  /** The channels that money is lent to. */
  public Set<String> borrowers() {
    Set<String> borrowers = new LinkedHashSet<>();
    shares.values().forEach(byDestination -> borrowers.addAll(byDestination.keySet()));
    ledger.participants().stream().map(Participant::destination).toList().forEach(borrowers::remove);
    return borrowers;
  }

  /** The outcome with all changes. */
  public List<Exit> outcome() {
    List<Exit> outcome = new ArrayList<>(shares.size());
    shares.forEach((asset, byDestination) -> {
      List<Share> list = new ArrayList<>(byDestination.size());
      byDestination.forEach((destination, amount) -> list.add(new Share(destination, amount)));
      outcome.add(new Exit(asset, List.copyOf(list)));
    });
    return List.copyOf(outcome);
  }

  /**
   * Lends to an app channel what it is to hold.
   *
   * @throws Refusal when a participant has not enough left; nothing is lent then
   */
  public void lend(Terms app, List<Exit> first) throws Refusal {
    for (Exit exit : first) {
      for (Participant participant : app.participants()) {
        requireEnough(exit, participant);
      }
    }
    for (Exit exit : first) {
      app.participants()
          .forEach(borrower -> add(exit, borrower, Outcomes.share(exit, borrower.destination()).negate()));
      ofAsset(exit).put(app.channelId(), Outcomes.totals(List.of(exit)).get(exit.asset()));
    }
  }

  /** Takes back what an app channel held, as its last state splits it. */
  public void takeBack(Terms app, List<Exit> last) {
    for (Exit exit : last) {
      ofAsset(exit).remove(app.channelId());
      app.participants().forEach(owner -> add(exit, owner, Outcomes.share(exit, owner.destination())));
    }
  }

  private void requireEnough(Exit exit, Participant borrower) throws Refusal {
    String destination = destinationIn(borrower);
    BigInteger left = shares.getOrDefault(exit.asset(), Map.of()).getOrDefault(destination, BigInteger.ZERO);
    if (left.compareTo(Outcomes.share(exit, borrower.destination())) < 0 || !shares.containsKey(exit.asset())) {
      throw new Refusal(Refusal.Reason.INSUFFICIENT_FUNDS,
          "the ledger channel has " + left + " of " + exit.asset() + " left for " + borrower.participantId());
    }
  }

  private void add(Exit exit, Participant participant, BigInteger amount) {
    if (amount.signum() != 0) {
      ofAsset(exit).merge(destinationIn(participant), amount, BigInteger::add);
    }
  }

  private Map<String, BigInteger> ofAsset(Exit exit) {
    return shares.computeIfAbsent(exit.asset(), _ -> new LinkedHashMap<>());
  }

  private String destinationIn(Participant participant) {
    return ledger.participants().get(ledger.indexOf(participant.signingAddress())).destination();
  }

  /** Checks a change that a ledger channel's first participant proposes: it lends to channels that are ready, and takes back from those that have ended. */
  static void check(Terms ledger, VariablePart before, VariablePart after, Function<String, Optional<Channel>> channels)
      throws Refusal {
    Loans expected = of(ledger, before.outcome());
    Loans proposed = of(ledger, after.outcome());
    Set<String> were = expected.borrowers();
    Set<String> are = proposed.borrowers();
    for (String id : were) {
      if (!are.contains(id)) {
        Channel app = known(channels, id);
        require(app.isFinalized(), "channel " + id + " has not ended");
        expected.takeBack(app.terms(), app.newest().state().outcome());
      }
    }
    for (String id : are) {
      if (!were.contains(id)) {
        Channel app = known(channels, id);
        require(app.borrowsFrom(ledger.channelId()) && app.awaitsFunding(), "channel " + id + " is not to be funded");
        expected.lend(app.terms(), app.newest().state().outcome());
      }
    }
    require(expected.shares.equals(proposed.shares) && before.appData().equals(after.appData()),
        "the ledger channel changes more than its loans");
  }

  private static Channel known(Function<String, Optional<Channel>> channels, String id) throws Refusal {
    return channels.apply(id).orElseThrow(() -> Refusal.invalid("channel " + id + " is not known here"));
  }

  private static void require(boolean condition, String message) throws Refusal {
    if (!condition) {
      throw Refusal.invalid(message);
    }
  }
}
