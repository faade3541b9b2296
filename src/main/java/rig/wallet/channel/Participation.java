package rig.wallet.channel;

import account.Account;
import contract.Exit;
import contract.VariablePart;
import java.util.List;
import java.util.Optional;
import rig.wallet.channel.Refusal.Reason;

/**
 * What one participant does in its channels: proposes, checks what others send, and signs.
 *
 * <p>Safe to share between threads.
 *
 * @param account who signs
 * @param rules what is checked before anything is signed
 */
public record Participation(Account account, Rules rules) {

  /**
   * Proposes a channel in which we come first.
   *
   * @throws Refusal when the first state breaks a rule, or we are not the first participant
   */
  public Channel propose(Terms terms, List<Exit> outcome, String appData) throws Refusal {
    if (myPlace(terms) != terms.mover(0)) {
      throw Refusal.invalid("the wallet that opens a channel is its first participant");
    }
    var state = new VariablePart(outcome, appData, 0, false);
    rules.first(terms, state);
    return Channel.starting(terms, 0, Turn.unsigned(terms, state).sign(0, account)).with(Mark.JOINED);
  }

  /** A channel that a peer proposes: verified, and not yet joined. */
  public Channel proposed(Terms terms, Offer first) throws Refusal {
    rules.first(terms, first.state());
    Turn turn = Turn.unsigned(terms, first.state()).with(terms, first.signatures());
    requireMover(terms, turn);
    return Channel.starting(terms, myPlace(terms), turn);
  }

  private int myPlace(Terms terms) throws Refusal {
    int place = terms.indexOf(account.address());
    if (place < 0) {
      throw Refusal.invalid("this wallet is not a participant");
    }
    return place;
  }

  /**
   * Takes in what a peer has sent. Known signatures and states from before the last ones change nothing.
   *
   * @throws Refusal when it breaks a rule, or we have missed a state in between
   */
  public Channel accept(Channel channel, Offer offer) throws Refusal {
    long number = offer.state().turnNum();
    Optional<Turn> known = channel.turn(number);
    if (known.isPresent()) {
      if (!known.get().state().equals(offer.state())) {
        throw Refusal.invalid("turn " + number + " was another state before");
      }
      return channel.replace(known.get().with(channel.terms(), offer.signatures()));
    }
    if (number < channel.newest().number()) {
      return channel;
    }
    if (number > channel.newest().number() + 1) {
      throw new Refusal(Reason.GAP, "turn " + number + " came before turn " + (channel.newest().number() + 1));
    }
    rules.next(channel.terms(), channel.newest().state(), offer.state());
    Turn turn = Turn.unsigned(channel.terms(), offer.state()).with(channel.terms(), offer.signatures());
    requireMover(channel.terms(), turn);
    return channel.append(turn);
  }

  private static void requireMover(Terms terms, Turn turn) throws Refusal {
    if (!turn.signedBy(terms.mover(turn.number()))) {
      throw Refusal.invalid("turn " + turn.number() + " is not signed by its mover");
    }
  }

  /** Moves a running app channel to its next turn. */
  public Channel update(Channel channel, List<Exit> outcome, String appData) throws Refusal {
    if (channel.terms().kind() == Kind.LEDGER) {
      throw Refusal.invalid("a ledger channel changes with the channels it lends to only");
    }
    if (channel.status() != Status.RUNNING) {
      throw new Refusal(Reason.WRONG_STATUS, "the channel is " + channel.status().wireName());
    }
    return move(channel, outcome, appData);
  }

  /** Changes what a running ledger channel has lent. */
  public Channel lend(Channel ledger, List<Exit> outcome) throws Refusal {
    return move(ledger, outcome, ledger.newest().state().appData());
  }

  private Channel move(Channel channel, List<Exit> outcome, String appData) throws Refusal {
    long next = channel.newest().number() + 1;
    if (channel.terms().mover(next) != channel.me()) {
      throw new Refusal(Reason.NOT_MY_TURN, "turn " + next + " is another participant's");
    }
    var state = new VariablePart(outcome, appData, next, false);
    rules.next(channel.terms(), channel.newest().state(), state);
    return sign(channel, state);
  }

  /** Asks for the end; {@link #advance} brings it about, on or off turn. */
  public Channel close(Channel channel) throws Refusal {
    return switch (channel.status()) {
      case RUNNING, CHALLENGED -> requireRepaid(channel).with(Mark.CLOSING);
      case CLOSING, FINALIZED, CLOSED -> channel;
      case PROPOSED, PREFUNDED, DEPOSITED, FUNDED ->
        throw new Refusal(Reason.WRONG_STATUS, "the channel is " + channel.status().wireName());
    };
  }

  private static Channel requireRepaid(Channel channel) throws Refusal {
    if (hasLent(channel)) {
      throw new Refusal(Reason.WRONG_STATUS, "the ledger channel has money in other channels");
    }
    return channel;
  }

  private static boolean hasLent(Channel channel) {
    return channel.terms().kind() == Kind.LEDGER
        && !Loans.of(channel.terms(), channel.newest().state().outcome()).borrowers().isEmpty();
  }

  /** Signs all that is ours to sign now. */
  public Channel advance(Channel channel) {
    Channel now = channel;
    for (Optional<Channel> next = step(now); next.isPresent(); next = step(next.get())) {
      now = next.get();
    }
    return now.isFinalized() && now.terms().funding() instanceof Funding.None ? now.with(Mark.SETTLED) : now;
  }

  private Optional<Channel> step(Channel channel) {
    Turn newest = channel.newest();
    VariablePart state = newest.state();
    long next = newest.number() + 1;
    boolean ours = channel.terms().mover(next) == channel.me() && channel.has(Mark.JOINED);
    if (ours && maySetUp(channel, next)) {
      return Optional.of(sign(channel, new VariablePart(state.outcome(), state.appData(), next, false)));
    }
    if (ours && mayEnd(channel)) {
      return Optional.of(sign(channel, new VariablePart(state.outcome(), state.appData(), next, true)));
    }
    if (!newest.signedBy(channel.me()) && mayAgree(channel)) {
      return Optional.of(channel.replace(newest.sign(channel.me(), account)));
    }
    return Optional.empty();
  }

  private Channel sign(Channel channel, VariablePart state) {
    return channel.append(Turn.unsigned(channel.terms(), state).sign(channel.me(), account));
  }

  private static boolean maySetUp(Channel channel, long turn) {
    Terms terms = channel.terms();
    return terms.isPrefund(turn) || terms.isPostfund(turn) && channel.isFunded();
  }

  private static boolean mayEnd(Channel channel) {
    boolean asked = channel.has(Mark.CLOSING) && channel.isRunning() && !channel.newest().state().isFinal();
    return asked && channel.supported() == channel.newest() && !hasLent(channel);
  }

  private static boolean mayAgree(Channel channel) {
    return channel.has(Mark.JOINED) && (!channel.terms().isPostfund(channel.newest().number()) || channel.isFunded());
  }
}
