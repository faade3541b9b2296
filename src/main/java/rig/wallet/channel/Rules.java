package rig.wallet.channel;

import contract.Exit;
import contract.Share;
import contract.VariablePart;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import load.Participant;

/**
 * What may follow what. A wallet signs nothing that these rules refuse.
 *
 * @param conservation whether the money in a channel must stay the same: always, but for a planted anomaly
 * @param channels the app channels that we take part in, by id: a ledger channel lends only to those we know
 */
public record Rules(boolean conservation, Function<String, Optional<Channel>> channels) {

  /** Checks a first state. */
  void first(Terms terms, VariablePart state) throws Refusal {
    require(state.turnNum() == 0 && !state.isFinal(), "a channel starts with turn 0, which is not final");
    Set<String> assets = state.outcome().stream().map(Exit::asset).collect(Collectors.toCollection(HashSet::new));
    require(assets.size() == state.outcome().size(), "an asset is listed twice");
    if (!(terms.funding() instanceof Funding.None)) {
      requireOwned(terms, state.outcome());
    }
  }

  /** Checks that one state may follow another. */
  void next(Terms terms, VariablePart before, VariablePart after) throws Refusal {
    long turn = after.turnNum();
    require(turn == before.turnNum() + 1, "turn " + turn + " does not follow turn " + before.turnNum());
    boolean sameOutcome = after.outcome().equals(before.outcome());
    if (before.isFinal()) {
      require(after.isFinal() && sameOutcome, "nothing new follows a final state");
    } else if (!terms.isRunning(turn)) {
      require(!after.isFinal() && sameOutcome && after.appData().equals(before.appData()),
          "nothing changes before turn " + 2 * terms.size());
    } else if (after.isFinal()) {
      require(sameOutcome, "a final state keeps the outcome");
    } else if (terms.kind() == Kind.LEDGER) {
      Loans.check(terms, before, after, channels);
    } else {
      requireConserved(before.outcome(), after.outcome());
      if (terms.funding() instanceof Funding.Ledger) {
        requireOwned(terms, after.outcome());
      }
    }
  }

  private void requireConserved(List<Exit> before, List<Exit> after) throws Refusal {
    require(!conservation || Outcomes.totals(before).equals(Outcomes.totals(after)),
        "the sum of the allocations must stay the same for each asset");
  }

  /** Participants fund a channel with what they own in it; and what a ledger has lent can only go back to them. */
  private static void requireOwned(Terms terms, List<Exit> outcome) throws Refusal {
    Set<String> owners = terms.participants().stream().map(Participant::destination).collect(Collectors.toSet());
    require(owners.size() == terms.size(), "a funded channel needs a destination of its own for each participant");
    require(outcome.stream().flatMap(exit -> exit.shares().stream()).map(Share::destination).allMatch(owners::contains),
        "the money in this channel belongs to its participants");
  }

  private static void require(boolean condition, String message) throws Refusal {
    if (!condition) {
      throw Refusal.invalid(message);
    }
  }
}
