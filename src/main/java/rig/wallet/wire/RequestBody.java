package rig.wallet.wire;

import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;

/** Asks a peer for what it holds of a channel. */
public record RequestBody(@Nullable String type, @Nullable String channelId) {

  /** The only request there is. */
  public static RequestBody getChannel(String channelId) {
    return new RequestBody("GetChannel", channelId);
  }

  public String id() throws Refusal {
    return Form.word("channelId", channelId);
  }
}
