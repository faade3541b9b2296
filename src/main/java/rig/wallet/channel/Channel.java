package rig.wallet.channel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One participant's view of a channel. Never changes: each step gives the next view.
 *
 * @param terms what was agreed for good
 * @param me our place among the participants
 * @param tail the last states, oldest first and without gaps, each signed by its mover at least; never empty
 * @param marks what else has happened
 */
public record Channel(Terms terms, int me, List<Turn> tail, Set<Mark> marks) {

  /** A channel of which one participant has signed the first state. */
  static Channel starting(Terms terms, int me, Turn first) {
    return new Channel(terms, me, List.of(first), Set.of());
  }

  /** The last state, whoever has signed it. */
  public Turn newest() {
    return tail.getLast();
  }

  /**
   * The last supported state: all have signed it, or their turns of an unbroken chain that ends with it. Of a ledger channel
   * that runs, all must have signed it, since one participant has all the turns. The first state while none is supported.
   */
  public Turn supported() {
    return lastOf(this::isSupported).orElseGet(tail::getFirst);
  }

  private boolean isSupported(Turn turn) {
    boolean turnsTaken = turn.number() >= terms.size() - 1L;
    boolean oneMover = terms.kind() == Kind.LEDGER && terms.isRunning(turn.number());
    return turn.signedByAll() || turnsTaken && !oneMover;
  }

  /** The last state that all have signed: what the chain accepts. */
  public Optional<Turn> unanimous() {
    return lastOf(Turn::signedByAll);
  }

  private Optional<Turn> lastOf(Predicate<Turn> condition) {
    for (int i = tail.size() - 1; i >= 0; i--) {
      if (condition.test(tail.get(i))) {
        return Optional.of(tail.get(i));
      }
    }
    return Optional.empty();
  }

  /** How far it has come. */
  public Status status() {
    if (has(Mark.SETTLED)) {
      return Status.CLOSED;
    }
    if (isFinalized()) {
      return Status.FINALIZED;
    }
    if (isRunning()) {
      return has(Mark.CLOSING) ? Status.CLOSING : has(Mark.CHALLENGED) ? Status.CHALLENGED : Status.RUNNING;
    }
    if (!isPrefunded()) {
      return Status.PROPOSED;
    }
    return has(Mark.FUNDED) ? Status.FUNDED : has(Mark.DEPOSITED) ? Status.DEPOSITED : Status.PREFUNDED;
  }

  /** Whether all have signed a final state: what the chain pays out at once. */
  public boolean isFinalized() {
    return newest().state().isFinal() && newest().signedByAll();
  }

  /** Whether all have signed a postfund state. */
  public boolean isRunning() {
    return supported().number() >= 2L * terms.size() - 1;
  }

  private boolean isPrefunded() {
    return supported().number() >= terms.size() - 1L && isSupported(supported());
  }

  /** Whether all agree to the channel and only its money is missing. */
  public boolean awaitsFunding() {
    return isPrefunded() && terms.isPrefund(newest().number()) && !isFunded();
  }

  boolean isFunded() {
    return terms.funding() instanceof Funding.None || has(Mark.FUNDED);
  }

  /** Whether that ledger channel is to lend to it. */
  public boolean borrowsFrom(String ledgerId) {
    return terms.funding() instanceof Funding.Ledger(String id) && id.equals(ledgerId);
  }

  /** Whether nothing more is expected of anybody: closed, or running without a signature missing or an end asked for. */
  public boolean isAtRest() {
    return status() == Status.CLOSED || status() == Status.RUNNING && newest().signedByAll();
  }

  public boolean has(Mark mark) {
    return marks.contains(mark);
  }

  /** The same, marked. */
  public Channel with(Mark mark) {
    if (has(mark)) {
      return this;
    }
    EnumSet<Mark> more = EnumSet.of(mark);
    more.addAll(marks);
    return new Channel(terms, me, tail, Set.copyOf(more));
  }

  /** The same without a mark. */
  public Channel without(Mark mark) {
    return new Channel(terms, me, tail,
        marks.stream().filter(other -> other != mark).collect(Collectors.toUnmodifiableSet()));
  }

  /** The same with no more states than a proof of support needs. */
  public Channel trimmed() {
    int surplus = tail.size() - terms.size();
    return surplus <= 0 ? this : new Channel(terms, me, List.copyOf(tail.subList(surplus, tail.size())), marks);
  }

  /** The states of this view that another view lacks, or that somebody has signed since. */
  public List<Turn> changedSince(Channel earlier) {
    return tail.stream().filter(turn -> !earlier.tail.contains(turn)).toList();
  }

  /** Those of them that we have signed since. */
  public List<Turn> signedSince(Channel earlier) {
    return changedSince(earlier).stream()
        .filter(turn -> turn.signedBy(me) && earlier.turn(turn.number()).filter(known -> known.signedBy(me)).isEmpty())
        .toList();
  }

  Optional<Turn> turn(long number) {
    long place = number - tail.getFirst().number();
    return place >= 0 && place < tail.size() ? Optional.of(tail.get((int) place)) : Optional.empty();
  }

  Channel append(Turn turn) {
    List<Turn> longer = new ArrayList<>(tail);
    longer.add(turn);
    return new Channel(terms, me, List.copyOf(longer), marks);
  }

  Channel replace(Turn turn) {
    return new Channel(terms, me, tail.stream().map(old -> old.number() == turn.number() ? turn : old).toList(), marks);
  }
}
