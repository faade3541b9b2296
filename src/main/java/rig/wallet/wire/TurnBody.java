package rig.wallet.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import contract.VariablePart;
import java.util.List;
import rig.wallet.channel.Turn;

/** One state of a channel's log. */
public record TurnBody(long turnNum, @JsonProperty("isFinal") boolean isFinal, List<ExitBody> allocations,
    String appData, String stateHash, List<String> signatures) {

  /** What is shown of a turn. */
  public static TurnBody of(Turn turn) {
    VariablePart state = turn.state();
    return new TurnBody(turn.number(), state.isFinal(), ExitBody.of(state.outcome()), state.appData(), turn.hash(),
        turn.present());
  }
}
