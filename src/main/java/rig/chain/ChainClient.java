package rig.chain;

import account.Account;
import account.SingleFile;
import contract.Adjudicator;
import contract.Calldata;
import contract.Exit;
import contract.SignedState;
import contract.Status;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import targets.ChainSpec;

/**
 * One wallet's way to the adjudicator. Blocks until the node has answered, never until a block is made: what came of a
 * transaction is told by {@link ChainWatcher}, or asked with {@link #receipt}.
 *
 * <p>Each sending call returns the transaction's hash; it throws {@link RefusedException} when the node did not take the
 * transaction, and another {@link IOException} when that is not known.
 */
public final class ChainClient {

  private final ChainNode node;
  private final ChainSpec chain;
  private final Account payer;
  private final SingleFile lane;

  ChainClient(ChainNode node, ChainSpec chain, Account payer) {
    this.node = node;
    this.chain = chain;
    this.payer = payer;
    this.lane = new SingleFile(() -> node.nextNonce(payer.address()));
  }

  /** Deposits for a channel that holds exactly {@code expectedHeld} of the asset; reverts when it does not. */
  public String deposit(String channelId, String asset, BigInteger expectedHeld, BigInteger amount) throws IOException {
    return send(Adjudicator.deposit(asset, channelId, expectedHeld, amount));
  }

  /** Ends a channel with a final state that all have signed, and pays out. */
  public String conclude(SignedState last) throws IOException {
    return send(Adjudicator.concludeAndTransferAllAssets(last));
  }

  /**
   * Starts the clock of a channel.
   *
   * @param state signed by all
   * @param challengerSignature a participant's over {@link contract.NitroV2#challengeHash}, 65-byte hex with 0x
   */
  public String challenge(SignedState state, String challengerSignature) throws IOException {
    return send(Adjudicator.challenge(state, challengerSignature));
  }

  /** Shows a later state, signed by all, and so clears a challenge. */
  public String checkpoint(SignedState state) throws IOException {
    return send(Adjudicator.checkpoint(state));
  }

  /**
   * Pays out a channel whose challenge has expired; reverts in a block from before that time.
   *
   * @param stateHash 32 bytes: of the challenge's state
   */
  public String transferAllAssets(String channelId, List<Exit> outcome, byte[] stateHash) throws IOException {
    return send(Adjudicator.transferAllAssets(channelId, outcome, stateHash));
  }

  /** What a channel holds of an asset, in its smallest unit. */
  public BigInteger holdings(String channelId, String asset) throws IOException {
    return Adjudicator.amount(ask(Adjudicator.holdings(asset, channelId)));
  }

  /** What the adjudicator remembers of a channel. */
  public Status status(String channelId) throws IOException {
    return Adjudicator.status(ask(Adjudicator.statusOf(channelId)));
  }

  /** What became of a transaction; empty while it is in no block. */
  public Optional<Receipt> receipt(String hash) throws IOException {
    return node.receipt(hash);
  }

  private String ask(Calldata call) throws IOException {
    return node.call(chain.adjudicator(), call.data());
  }

  private String send(Calldata call) throws IOException {
    return lane.send(nonce -> node.send(new Transaction(chain.id(), nonce, chain.adjudicator(), call).signedBy(payer)));
  }
}
