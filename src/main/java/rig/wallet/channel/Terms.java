package rig.wallet.channel;

import contract.FixedPart;
import contract.NitroV2;
import java.util.List;
import load.Participant;

/**
 * What never changes in a channel.
 *
 * @param kind what it is for
 * @param funding where its money is
 * @param participants in signing order; addresses and destinations in lower case
 * @param fixed what the chain knows of this
 * @param channelId 32-byte hex with 0x
 */
public record Terms(Kind kind, Funding funding, List<Participant> participants, FixedPart fixed, String channelId) {

  /** The terms of a channel, with its id. */
  public static Terms of(Kind kind, Funding funding, List<Participant> participants, FixedPart fixed) {
    return new Terms(kind, funding, List.copyOf(participants), fixed, NitroV2.channelId(fixed));
  }

  /** How many take part. */
  public int size() {
    return participants.size();
  }

  /** The place of an address among the participants, or -1. */
  public int indexOf(String address) {
    return fixed.participants().indexOf(address);
  }

  /** Whose turn a turn is. In a running ledger channel all turns are those of its first participant, so that both sides can lend at any time. */
  public int mover(long turn) {
    return kind == Kind.LEDGER && isRunning(turn) ? 0 : (int) (turn % size());
  }

  boolean isPrefund(long turn) {
    return turn < size();
  }

  boolean isPostfund(long turn) {
    return !isPrefund(turn) && !isRunning(turn);
  }

  boolean isRunning(long turn) {
    return turn >= 2L * size();
  }
}
