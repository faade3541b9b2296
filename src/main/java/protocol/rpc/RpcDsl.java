package protocol.rpc;

import io.gatling.javaapi.core.ActionBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;

/** The verbs of Ethereum nodes: {@code rpc("head").call("eth_blockNumber")}. */
public final class RpcDsl {

  /** Session key: how many notifications the last {@link RpcNotification} has looked at. */
  public static final String NOTIFICATIONS = "notifications";
  /** Session key: how often the subscription of the last {@link RpcNotification} may have missed some. */
  public static final String BREAKS = "breaks";

  /** Session key: the hash of the last {@link RpcTransaction}. */
  public static final String TRANSACTION_HASH = "transactionHash";
  /** Session key: the number of the block that the last {@link RpcTransaction} is in, when it is in one. */
  public static final String BLOCK_NUMBER = "blockNumber";
  /** Session key: the address of the contract that the last {@link RpcTransaction} has deployed, when it has. */
  public static final String CONTRACT_ADDRESS = "contractAddress";

  private RpcDsl() {}

  /** The verbs under a request name, which is stable, lower-case and free of data. */
  public static RpcVerbs rpc(String name) {
    return new RpcVerbs(Terms.of(name));
  }

  /** An item of a batch, with a name of its own; method and parameters as for {@link RpcVerbs#call}. */
  public static RpcItem item(String name, String method, @Nullable Object... params) {
    return RpcItem.of(name, method, params);
  }

  /**
   * A payment.
   *
   * @param to an address, Gatling EL
   * @param amount for example {@code 1 gwei}, Gatling EL
   */
  public static Wish transfer(String to, String amount) {
    return Wish.of(to, amount, Expression.constant("0x"));
  }

  /**
   * A call of a contract.
   *
   * @param to an address, Gatling EL
   * @param data hex with 0x, Gatling EL
   */
  public static Wish contractCall(String to, String data) {
    return Wish.of(to, "0", Expression.text(data));
  }

  /** A call of a contract; the address is Gatling EL. */
  public static Wish contractCall(String to, Expression<String> data) {
    return Wish.of(to, "0", data);
  }

  /**
   * A new contract; its address is then in {@link #CONTRACT_ADDRESS}.
   *
   * @param bytecode with the constructor's arguments behind it, hex with 0x
   */
  public static Wish deploy(Expression<String> bytecode) {
    return Wish.deploying(bytecode);
  }

  /**
   * Waits until it is known what became of every transaction, or patience ends; what is open then is replaced, expired or unknown. Row
   * {@code settle transactions}, KO when not each of them is accounted for. The history gets what became of those whose operation had
   * ended without an answer, the inclusion on three clocks, and what the watchers and signers have been through.
   */
  public static ActionBuilder settleTransactions(Duration patience) {
    return RpcProtocol.KEY.action(Settling.ROW, (turn, rpc) -> new Settling(turn, rpc).settle(patience));
  }

  /**
   * Reads the blocks since the first transaction once more, for the judges: operations {@code read block}, unmeasured; row
   * {@code read blocks}, KO when some cannot be read. After {@link #settleTransactions}.
   */
  public static ActionBuilder readBlocks() {
    return RpcProtocol.KEY.action(Recount.ROW, (turn, rpc) -> new Recount(turn, rpc).next());
  }

  /**
   * Reads what accounts have of a token of ours, and what there is of it in all, of one moment; row {@code read token}. The history keeps
   * the answer for the judges; it is not measured.
   *
   * @param token its address
   * @param accounts all who may have any
   */
  public static ActionBuilder readToken(Expression<String> token, Expression<List<String>> accounts) {
    return KeptReads.verb(ChainReads.TOKEN,
        session -> List.of(ChainReads.token(token.apply(session), accounts.apply(session))));
  }
}
