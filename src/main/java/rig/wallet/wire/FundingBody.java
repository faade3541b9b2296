package rig.wallet.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Funding;
import rig.wallet.channel.Refusal;

/** Where a channel's money is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundingBody(@Nullable String type, @Nullable String ledgerChannelId) {

  /** The body that a funding is shown as. */
  public static FundingBody of(Funding funding) {
    return switch (funding) {
      case Funding.None() -> new FundingBody("None", null);
      case Funding.Direct() -> new FundingBody("Direct", null);
      case Funding.Ledger(String channelId) -> new FundingBody("Ledger", channelId);
    };
  }

  Funding funding() throws Refusal {
    String name = Form.present("funding.type", type);
    return switch (name) {
      case "None" -> new Funding.None();
      case "Direct" -> new Funding.Direct();
      case "Ledger" -> new Funding.Ledger(Form.word("ledgerChannelId", ledgerChannelId));
      default -> throw Form.wrong("funding.type", name, "None, Direct or Ledger");
    };
  }
}
