package rig.wallet.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;

/** What a wallet wants its peers to do with a channel. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObjectiveBody(@Nullable String type, @Nullable String channelId, @Nullable String kind,
    @Nullable String funding, @Nullable String ledgerChannelId) {

  private static final String OPEN = "OpenChannel";
  private static final String CLOSE = "CloseChannel";

  /** Asks to take part in a channel. */
  public static ObjectiveBody open(Terms terms) {
    return of(OPEN, terms);
  }

  /** Asks to end a channel. */
  public static ObjectiveBody close(Terms terms) {
    return of(CLOSE, terms);
  }

  private static ObjectiveBody of(String type, Terms terms) {
    FundingBody funding = FundingBody.of(terms.funding());
    return new ObjectiveBody(type, terms.channelId(), terms.kind().name().toLowerCase(Locale.ROOT), funding.type(),
        funding.ledgerChannelId());
  }

  public boolean opens() {
    return OPEN.equals(type);
  }

  public boolean closes() {
    return CLOSE.equals(type);
  }

  public String id() throws Refusal {
    return Form.word("channelId", channelId);
  }

  FundingBody fundingBody() {
    return new FundingBody(funding, ledgerChannelId);
  }
}
