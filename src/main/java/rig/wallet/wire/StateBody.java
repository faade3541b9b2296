package rig.wallet.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import contract.VariablePart;
import java.util.List;
import load.Participant;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Offer;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;
import rig.wallet.channel.Turn;

/** A signed state between wallets. */
public record StateBody(@Nullable List<Participant> participants, @Nullable Long nonce, @Nullable String appDefinition,
    @Nullable Long challengeDuration, @Nullable Long turnNum, @JsonProperty("isFinal") boolean isFinal,
    @Nullable String appData, @Nullable List<ExitBody> outcome, @Nullable String channelId,
    @Nullable List<String> signatures) {

  private static final long LAST_TURN = (1L << 48) - 1;

  /** The body of a turn, with the signatures it has. */
  public static StateBody of(Terms terms, Turn turn) {
    VariablePart state = turn.state();
    return new StateBody(terms.participants(), terms.fixed().nonce(), terms.fixed().appDefinition(),
        terms.fixed().challengeDuration(), state.turnNum(), state.isFinal(), state.appData(),
        ExitBody.of(state.outcome()), terms.channelId(), turn.present());
  }

  /** The channel it is about, as its sender says. */
  public String id() throws Refusal {
    return Form.word("channelId", channelId);
  }

  /** The channel's terms; a state alone does not tell what a channel is for and how it is funded, an objective does. */
  public Terms terms(ObjectiveBody objective) throws Refusal {
    Terms terms = new TermsBody(objective.kind(), objective.fundingBody(), participants, nonce, appDefinition,
        challengeDuration).terms();
    if (!terms.channelId().equals(id())) {
      throw Form.wrong("channelId", id(), "that of the state's fixed part, " + terms.channelId());
    }
    return terms;
  }

  /** What was signed, and the signatures; nothing but the form is verified. */
  public Offer offer() throws Refusal {
    return new Offer(new VariablePart(ExitBody.outcome(outcome), Form.bytes("appData", appData),
        Form.number("turnNum", turnNum, LAST_TURN), isFinal), Form.list(signatures));
  }
}
