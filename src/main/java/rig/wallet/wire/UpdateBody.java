package rig.wallet.wire;

import contract.Exit;
import contract.VariablePart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;

/** Asks for the next turn; what is absent stays as it is. */
public record UpdateBody(@Nullable List<ExitBody> allocations, @Nullable String appData) {

  /** The outcome after the turn. */
  public List<Exit> outcome(VariablePart before) throws Refusal {
    return allocations == null ? before.outcome() : ExitBody.outcome(allocations);
  }

  /** The app data after the turn. */
  public String data(VariablePart before) throws Refusal {
    return appData == null ? before.appData() : Form.bytes("appData", appData);
  }
}
