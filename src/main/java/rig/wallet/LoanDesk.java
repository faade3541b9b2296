package rig.wallet;

import contract.Exit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Funding;
import rig.wallet.channel.Kind;
import rig.wallet.channel.Loans;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;
import rig.wallet.channel.Turn;

/**
 * Funds app channels from ledger channels and takes the money back.
 *
 * <p>Only a ledger's first participant proposes changes, one at a time, each for all channels that wait by then: so many
 * concurrent opens cost few ledger turns, and the two sides never propose against each other. The other side sees the same
 * app channels and agrees when it knows them to be ready.
 *
 * <p>A ledger whose end was asked for lends nothing new, but still takes back: the other side may have asked while a loan was on
 * its way. It is agreed to then, since turns cannot be recalled, and the ledger ends when all is back. Channels that it has not
 * funded by then never will be, and are closed with it.
 */
final class LoanDesk {

  private final Books books;
  private final Channels channels;
  /** By ledger: the channels that wait to be funded or to give back, first come first served. */
  private final Map<String, Set<String>> waiting = new ConcurrentHashMap<>();

  LoanDesk(Books books) {
    this.books = books;
    this.channels = books.channels();
  }

  /** Refuses a channel that its ledger cannot fund. */
  void requireFundable(Terms app, List<Exit> outcome) throws Refusal {
    if (app.funding() instanceof Funding.Ledger(String ledgerId)) {
      Channel ledger = channels.get(ledgerId);
      if (ledger.terms().kind() != Kind.LEDGER || !ledger.isRunning() || ledger.has(Mark.CLOSING)) {
        throw new Refusal(Refusal.Reason.WRONG_STATUS, "channel " + ledgerId + " is not a running ledger channel");
      }
      if (!Set.copyOf(ledger.terms().fixed().participants()).equals(Set.copyOf(app.fixed().participants()))) {
        throw new Refusal(Refusal.Reason.INVALID, "a ledger channel lends to its own participants only");
      }
      Loans loans = Loans.of(ledger.terms(), ledger.newest().state().outcome());
      Set<String> borrowers = loans.borrowers();
      for (Channel other : awaitingFunding(ledgerId)) {
        if (!borrowers.contains(other.terms().channelId())) {
          tryToLend(loans, other);
        }
      }
      loans.lend(app, outcome);
    }
  }

  private List<Channel> awaitingFunding(String ledgerId) {
    return waiting(ledgerId).stream()
        .map(channels::find)
        .flatMap(Optional::stream)
        .filter(channel -> !channel.has(Mark.FUNDED))
        .toList();
  }

  /** Refuses the end of a ledger channel while a channel that all have agreed to waits for its money. */
  void requireUnawaited(Channel channel) throws Refusal {
    boolean lends = channel.terms().kind() == Kind.LEDGER && !channel.has(Mark.CLOSING);
    if (lends && unfunded(channel).anyMatch(Channel::awaitsFunding)) {
      throw new Refusal(Refusal.Reason.WRONG_STATUS, "a channel waits for the money of the ledger channel");
    }
  }

  private Stream<Channel> unfunded(Channel ledger) {
    return channels.active()
        .map(Slot::channel)
        .filter(app -> app.borrowsFrom(ledger.terms().channelId()) && !app.has(Mark.FUNDED));
  }

  /** Looks at a channel that has changed: an app channel may want something of its ledger, a ledger may have given it. */
  void changed(Channel before, Channel after) {
    if (after.terms().funding() instanceof Funding.Ledger(String ledgerId)) {
      appChanged(ledgerId, after);
    } else if (after.terms().kind() == Kind.LEDGER && after.isRunning()) {
      agreed(before, after);
      if (after.isFinalized()) {
        unfunded(after).forEach(app -> mark(app.terms().channelId(), Mark.SETTLED));
      }
      propose(after.terms().channelId());
    }
  }

  private void appChanged(String ledgerId, Channel app) {
    boolean wantsMoney = !app.has(Mark.FUNDED) && !app.has(Mark.SETTLED);
    boolean givesBack = app.isFinalized() && !app.has(Mark.SETTLED);
    Set<String> queue = waiting.computeIfAbsent(ledgerId, _ -> new LinkedHashSet<>());
    synchronized (queue) {
      if (wantsMoney || givesBack) {
        queue.add(app.terms().channelId());
      } else {
        queue.remove(app.terms().channelId());
      }
    }
    if (app.awaitsFunding() || givesBack) {
      propose(ledgerId);
    }
  }

  /** Tells the channels that a ledger lends to since its last state but one, and those that have given back. */
  private void agreed(Channel before, Channel after) {
    Turn turn = after.supported();
    if (turn.number() > before.supported().number()) {
      Set<String> were = borrowers(before);
      Set<String> are = borrowers(after);
      are.stream().filter(id -> !were.contains(id)).forEach(id -> mark(id, Mark.FUNDED));
      were.stream().filter(id -> !are.contains(id)).forEach(id -> mark(id, Mark.SETTLED));
    }
  }

  private static Set<String> borrowers(Channel ledger) {
    return Loans.of(ledger.terms(), ledger.supported().state().outcome()).borrowers();
  }

  private void mark(String appId, Mark mark) {
    books.changeLater(appId, app -> app.with(mark));
  }

  /** Compares a channel that makes no progress with its ledger: after a restart nobody tells it again. */
  void recheck(Channel app) {
    if (app.terms().funding() instanceof Funding.Ledger(String ledgerId)) {
      channels.find(ledgerId).filter(Channel::isRunning).ifPresent(ledger -> {
        boolean lent = borrowers(ledger).contains(app.terms().channelId());
        boolean over = app.has(Mark.FUNDED) ? app.isFinalized() : ledger.isFinalized();
        if (lent && !app.has(Mark.FUNDED)) {
          mark(app.terms().channelId(), Mark.FUNDED);
        } else if (!lent && over) {
          mark(app.terms().channelId(), Mark.SETTLED);
        }
      });
      appChanged(ledgerId, app);
    }
  }

  private void propose(String ledgerId) {
    books.changeLater(ledgerId, this::proposal);
  }

  private Channel proposal(Channel ledger) throws Refusal {
    boolean ready = ledger.isRunning() && ledger.newest().signedByAll();
    if (!ready || ledger.terms().mover(ledger.newest().number() + 1) != ledger.me()) {
      return ledger;
    }
    Loans loans = Loans.of(ledger.terms(), ledger.newest().state().outcome());
    Set<String> borrowers = loans.borrowers();
    List<Channel> apps = waiting(ledger.terms().channelId()).stream()
        .map(channels::find)
        .flatMap(Optional::stream)
        .toList();
    boolean changes = false;
    for (Channel app : apps) {
      if (app.isFinalized() && borrowers.contains(app.terms().channelId())) {
        loans.takeBack(app.terms(), app.newest().state().outcome());
        changes = true;
      }
    }
    for (Channel app : apps) {
      if (!ledger.has(Mark.CLOSING) && app.awaitsFunding() && !borrowers.contains(app.terms().channelId())) {
        changes |= tryToLend(loans, app);
      }
    }
    return changes ? books.participation().lend(ledger, loans.outcome()) : ledger;
  }

  private static boolean tryToLend(Loans loans, Channel app) {
    try {
      loans.lend(app.terms(), app.newest().state().outcome());
      return true;
    } catch (Refusal e) {
      // It stays in the queue until others have given back.
      return false;
    }
  }

  private List<String> waiting(String ledgerId) {
    Set<String> queue = waiting.getOrDefault(ledgerId, Set.of());
    synchronized (queue) {
      return List.copyOf(queue);
    }
  }
}
