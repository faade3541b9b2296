package rig.wallet.channel;

import account.Account;
import contract.Exit;
import contract.FixedPart;
import contract.VariablePart;
import java.util.List;
import java.util.Optional;
import load.Participant;

/** A participant without a wallet, whose states are made by hand. */
public final class ByHand {

  private final Participation participation;
  private Channel channel;

  /** Proposes an unfunded channel. */
  public ByHand(Account account, List<Participant> participants, List<Exit> outcome) throws Refusal {
    participation = new Participation(account, new Rules(true, _ -> Optional.empty()));
    var fixed = new FixedPart(participants.stream().map(Participant::signingAddress).toList(), 77, Exit.COIN, 9001);
    channel = participation.propose(Terms.of(Kind.APP, new Funding.None(), participants, fixed), outcome, "0x");
  }

  public Channel channel() {
    return channel;
  }

  /** Takes in a state of the other side, and signs what follows. */
  public void take(Offer offer) throws Refusal {
    channel = participation.advance(participation.accept(channel, offer));
  }

  /** A turn that is signed and breaks a rule. */
  public Turn cheat(VariablePart state) {
    return Turn.unsigned(channel.terms(), state).sign(channel.me(), participation.account());
  }
}
