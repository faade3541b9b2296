package rig.wallet.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;

/** What one wallet posts to another's inbox. */
public record Message(@Nullable String sender, @Nullable String recipient, List<StateBody> signedStates,
    List<ObjectiveBody> objectives, List<RequestBody> requests) {

  /** Lists that were not sent are empty. */
  public Message {
    signedStates = Form.list(signedStates);
    objectives = Form.list(objectives);
    requests = Form.list(requests);
  }

  /** The same message, when it is for that participant. */
  public Message requireFor(String participantId) throws Refusal {
    if (!participantId.equals(recipient)) {
      throw Form.wrong("recipient", String.valueOf(recipient), participantId);
    }
    return this;
  }
}
