package rig.wallet;

import contract.Exit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import load.Participant;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Outcomes;

/**
 * Who deposits how much for a channel, and when: in the order of the participants, each its own share.
 *
 * @param channel the channel
 * @param held what it holds on chain, by asset
 */
record Deposits(Channel channel, Map<String, BigInteger> held) {

  /** A deposit to make now. */
  record Due(String asset, BigInteger expectedHeld, BigInteger amount) {}

  /** The channel with what its holdings say. */
  Channel marked() {
    Channel marked = channel;
    if (outcome().stream().allMatch(exit -> holds(exit, before(exit, channel.me() + 1)))) {
      marked = marked.with(Mark.DEPOSITED);
    }
    if (outcome().stream().allMatch(exit -> holds(exit, before(exit, channel.terms().size())))) {
      marked = marked.with(Mark.FUNDED);
    }
    return marked;
  }

  /** Our deposits whose turn it is; none before all have agreed to the channel in one state. */
  List<Due> due() {
    if (!channel.awaitsFunding() || channel.unanimous().isEmpty()) {
      return List.of();
    }
    return outcome().stream()
        .map(exit -> new Due(exit.asset(), before(exit, channel.me()), share(exit, channel.me())))
        .filter(due -> due.amount().signum() > 0 && held(due.asset()).equals(due.expectedHeld()))
        .toList();
  }

  private List<Exit> outcome() {
    return channel.newest().state().outcome();
  }

  private boolean holds(Exit exit, BigInteger amount) {
    return held(exit.asset()).compareTo(amount) >= 0;
  }

  private BigInteger held(String asset) {
    return held.getOrDefault(asset, BigInteger.ZERO);
  }

  /** What the participants before a place deposit together. */
  private BigInteger before(Exit exit, int place) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < place; i++) {
      sum = sum.add(share(exit, i));
    }
    return sum;
  }

  private BigInteger share(Exit exit, int place) {
    Participant participant = channel.terms().participants().get(place);
    return Outcomes.share(exit, participant.destination());
  }
}
