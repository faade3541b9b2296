package rig.wallet.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import contract.VariablePart;
import java.util.List;
import java.util.Locale;
import load.Participant;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Terms;
import rig.wallet.channel.Turn;

/** A channel as its owner is shown it: its last supported state. */
public record ChannelBody(String channelId, String kind, FundingBody funding, String role, String status, long turnNum,
    @JsonProperty("isFinal") boolean isFinal, List<ExitBody> allocations, String appData, String stateHash,
    List<Participant> participants, long challengeDuration) {

  /** What is shown of a channel. */
  public static ChannelBody of(Channel channel) {
    Terms terms = channel.terms();
    Turn supported = channel.supported();
    VariablePart state = supported.state();
    return new ChannelBody(terms.channelId(), terms.kind().name().toLowerCase(Locale.ROOT),
        FundingBody.of(terms.funding()), terms.participants().get(channel.me()).participantId(),
        channel.status().wireName(), supported.number(), state.isFinal(), ExitBody.of(state.outcome()), state.appData(),
        supported.hash(), terms.participants(), terms.fixed().challengeDuration());
  }
}
