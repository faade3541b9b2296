package rig.wallet;

import java.util.ArrayList;
import java.util.List;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Turn;
import rig.wallet.wire.Message;
import rig.wallet.wire.ObjectiveBody;
import rig.wallet.wire.RequestBody;
import rig.wallet.wire.StateBody;

/**
 * What there is to tell the peers of one channel.
 *
 * @param channel as it is
 * @param turns the states to send
 * @param asks whether to ask for what they hold
 */
record Letter(Channel channel, List<Turn> turns, boolean asks) {

  /** All that we hold. */
  static Letter everything(Channel channel, boolean asks) {
    return new Letter(channel, channel.tail(), asks);
  }

  /** Many letters to one peer in one message. */
  static Message message(String sender, String recipient, List<Letter> letters) {
    List<StateBody> states = new ArrayList<>();
    List<ObjectiveBody> objectives = new ArrayList<>();
    List<RequestBody> requests = new ArrayList<>();
    for (Letter letter : letters) {
      letter.turns.forEach(turn -> states.add(StateBody.of(letter.channel.terms(), turn)));
      letter.addObjectives(objectives);
      if (letter.asks) {
        requests.add(RequestBody.getChannel(letter.channel.terms().channelId()));
      }
    }
    return new Message(sender, recipient, states, objectives, requests);
  }

  private void addObjectives(List<ObjectiveBody> objectives) {
    if (turns.stream().anyMatch(turn -> turn.number() == 0)) {
      objectives.add(ObjectiveBody.open(channel.terms()));
    }
    if (channel.has(Mark.CLOSING) && !channel.newest().state().isFinal()) {
      objectives.add(ObjectiveBody.close(channel.terms()));
    }
  }
}
