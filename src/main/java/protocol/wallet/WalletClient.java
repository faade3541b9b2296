package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What Broadside asks of a wallet: one implementation per kind of wallet and transport.
 *
 * <p>No method but {@link #destinations} blocks or throws; a stage that fails does so with {@link WalletFailure}. Stages complete on the caller's event loop.
 */
public interface WalletClient extends AutoCloseable {

  /** Opens a channel at a wallet. Ends when the wallet has accepted, with the channel as it then is. */
  CompletionStage<Channel> create(Caller caller, String server, JsonNode request);

  /** Agrees to a channel that a peer has proposed. Wallets that join by themselves answer at once. */
  CompletionStage<Channel> join(Caller caller, ChannelAt channel);

  /** Moves a channel to its next turn: {@code {allocations?, appData?}}. */
  CompletionStage<Channel> update(Caller caller, ChannelAt channel, JsonNode change);

  /** Asks for a channel's end, on or off turn. */
  CompletionStage<Channel> close(Caller caller, ChannelAt channel);

  /** Waits at a wallet until a channel has reached a milestone, or the time has passed: the channel as it then is. */
  CompletionStage<Channel> await(Caller caller, ChannelAt channel, Milestone milestone, Duration within);

  /** Reads a channel. */
  CompletionStage<Channel> read(Caller caller, ChannelAt channel);

  /** Reads every supported state that the wallet holds of a channel: {@code {"states": […]}}. */
  CompletionStage<JsonNode> states(Caller caller, ChannelAt channel);

  /**
   * Where the target's wallets want to be paid: 32-byte hex each. Asked once, before the first virtual user of a target with a chain, and
   * the only question that may block. What is paid elsewhere is not looked at: payouts to it stay undetermined.
   */
  default Set<String> destinations() throws IOException {
    return Set.of();
  }

  @Override
  void close();
}
