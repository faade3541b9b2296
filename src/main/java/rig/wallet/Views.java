package rig.wallet;

import contract.NitroV2;
import contract.VariablePart;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Turn;
import rig.wallet.wire.ChannelBody;

/** What the owner is shown of a channel. The truth, but for two planted anomalies. */
record Views(Set<Anomaly> anomalies) {

  ChannelBody of(Channel channel) {
    boolean updated = channel.newest().number() >= 2L * channel.terms().size() && channel.tail().size() > 1;
    if (updated && anomalies.contains(Anomaly.TURN_GOES_BACK)) {
      return ChannelBody.of(with(channel, channel.tail().subList(0, channel.tail().size() - 1)));
    }
    if (updated && anomalies.contains(Anomaly.SIDES_DIFFER)) {
      List<Turn> tail = new ArrayList<>(channel.tail());
      tail.set(tail.size() - 1, other(channel));
      return ChannelBody.of(with(channel, tail));
    }
    return ChannelBody.of(channel);
  }

  private static Channel with(Channel channel, List<Turn> tail) {
    return new Channel(channel.terms(), channel.me(), tail, channel.marks());
  }

  private static Turn other(Channel channel) {
    VariablePart state = channel.newest().state();
    var other = new VariablePart(state.outcome(), state.appData() + "00", state.turnNum(), state.isFinal());
    String hash = HexFormat.of().formatHex(NitroV2.stateHash(channel.terms().channelId(), other));
    return new Turn(other, "0x" + hash, channel.newest().signatures());
  }
}
