package rig.wallet.channel;

import account.Account;
import contract.Exit;
import contract.FixedPart;
import contract.Share;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import load.Participant;

/** Two participants in one test, without any wire between them. */
final class Players {

  static final String COIN = Exit.COIN;
  static final Account ALICE = Account.of("11".repeat(32));
  static final Account BOB = Account.of("22".repeat(32));
  static final Account EVE = Account.of("33".repeat(32));

  final Map<String, Channel> known = new HashMap<>();
  final Participation alice = player(ALICE);
  final Participation bob = player(BOB);
  private long nonce;

  private Participation player(Account account) {
    return new Participation(account, new Rules(true, id -> Optional.ofNullable(known.get(id))));
  }

  Terms terms(Kind kind, Funding funding, Account... signers) {
    List<Participant> participants = java.util.Arrays.stream(signers).map(Players::participant).toList();
    List<String> addresses = participants.stream().map(Participant::signingAddress).toList();
    return Terms.of(kind, funding, participants, new FixedPart(addresses, nonce++, COIN, 9001));
  }

  static Participant participant(Account account) {
    return new Participant(account.address().substring(0, 6), account.address(), account.destination());
  }

  static List<Exit> outcome(long first, long second) {
    return List.of(new Exit(COIN, List.of(new Share(ALICE.destination(), BigInteger.valueOf(first)),
        new Share(BOB.destination(), BigInteger.valueOf(second)))));
  }

  /** A state as it would travel. */
  static Offer offer(Turn turn) {
    return new Offer(turn.state(), turn.present());
  }

  /** Takes in all that the other side holds, and does what follows. */
  static Channel take(Participation me, Channel mine, Channel theirs) throws Refusal {
    Channel now = mine;
    for (Turn turn : theirs.tail()) {
      now = me.accept(now, offer(turn));
    }
    return me.advance(now);
  }

  /** Both views of an unfunded channel of Alice with Bob that runs. */
  Pair running() throws Refusal {
    return opened(terms(Kind.APP, new Funding.None(), ALICE, BOB), 5, 5).settle();
  }

  Pair opened(Terms terms, long first, long second) throws Refusal {
    Channel mine = alice.advance(alice.propose(terms, outcome(first, second), "0x"));
    Channel theirs = bob.advance(bob.proposed(terms, offer(mine.newest())).with(Mark.JOINED));
    return new Pair(mine, theirs);
  }

  /** What each of the two sees of one channel. */
  final class Pair {
    Channel alices;
    Channel bobs;

    Pair(Channel alices, Channel bobs) {
      this.alices = alices;
      this.bobs = bobs;
    }

    /** Lets the two talk until neither has news. */
    Pair settle() throws Refusal {
      Channel before;
      Channel also;
      do {
        before = alices;
        also = bobs;
        alices = take(alice, alices, bobs).trimmed();
        bobs = take(bob, bobs, alices).trimmed();
      } while (!before.equals(alices) || !also.equals(bobs));
      return this;
    }

    Pair mark(Mark mark) {
      alices = alice.advance(alices.with(mark));
      bobs = bob.advance(bobs.with(mark));
      return this;
    }
  }
}
