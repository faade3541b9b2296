package rig.wallet.wire;

import contract.Exit;
import java.util.List;
import load.Participant;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;

/** Asks for a new channel. */
public record CreateBody(@Nullable String kind, @Nullable List<Participant> participants,
    @Nullable List<ExitBody> allocations, @Nullable String appDefinition, @Nullable String appData,
    @Nullable Long challengeDuration, @Nullable FundingBody funding) {

  /** The terms that are asked for, with a nonce that the wallet has chosen. */
  public Terms terms(long nonce) throws Refusal {
    return new TermsBody(kind, funding, participants, nonce, appDefinition, challengeDuration).terms();
  }

  /** The outcome to start with. */
  public List<Exit> outcome() throws Refusal {
    return ExitBody.outcome(allocations);
  }

  /** The app data to start with; none when absent. */
  public String data() throws Refusal {
    return appData == null ? "0x" : Form.bytes("appData", appData);
  }
}
