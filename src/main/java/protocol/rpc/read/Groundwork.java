package protocol.rpc.read;

import account.Account;
import account.Call;
import account.Fees;
import account.Keyring;
import account.Transaction;
import com.fasterxml.jackson.databind.JsonNode;
import contract.Artifact;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;

/** Gives an empty chain of developers something to ask about: a few blocks with payments, and a token that changes hands. Blocks. */
public final class Groundwork {

  private static final int ACCOUNTS = 4;
  private static final int BLOCKS = 8;
  /** Mining is asked for and done at once, so this is never reached. */
  private static final int ATTEMPTS = 50;
  private static final long DEPLOY_GAS = 1_500_000;
  private static final long CALL_GAS = 100_000;
  private static final BigInteger GWEI = BigInteger.TEN.pow(9);
  private static final Fees FEES = new Fees(GWEI.multiply(BigInteger.valueOf(100)), GWEI);
  private static final BigInteger AMOUNT = GWEI;
  private static final String TRANSFER = "0xa9059cbb";

  private final NodeProbe node;
  private final long chainId;
  private final List<Account> accounts;

  private Groundwork(NodeProbe node, long chainId) {
    this.node = node;
    this.chainId = chainId;
    this.accounts = Keyring.dev(chainId).accounts(ACCOUNTS);
  }

  /**
   * Does it, with the developers' accounts, which must be rich; nobody else may use them meanwhile.
   *
   * @param url of a node that makes a block when asked to ({@code evm_mine})
   * @throws IOException when the node does not take a transaction
   */
  public static void lay(URI url, long chainId) throws IOException {
    try (NodeProbe node = new NodeProbe(url)) {
      new Groundwork(node, chainId).lay();
    }
  }

  private void lay() throws IOException {
    Account owner = accounts.getFirst();
    String hash = send(owner, new Call(null, BigInteger.ZERO, Artifact.named("Token").bytecode(), DEPLOY_GAS));
    String token = mined(hash).path("contractAddress").asText();
    for (int block = 0; block < BLOCKS; block++) {
      String last = hash;
      for (int i = 0; i < accounts.size(); i++) {
        Account payer = accounts.get(i);
        Account payee = accounts.get((i + block + 1) % accounts.size());
        send(payer, Call.transfer(payee.address(), AMOUNT));
        last = send(owner, new Call(token, BigInteger.ZERO, transfer(payee), CALL_GAS));
      }
      mined(last);
    }
  }

  private String send(Account sender, Call call) throws IOException {
    long nonce = node.number("eth_getTransactionCount", sender.address(), "pending");
    String raw = Transaction.of(chainId, nonce, call, FEES).signedBy(sender).raw();
    return node.ask("eth_sendRawTransaction", raw).asText();
  }

  /** The receipt of a transaction, for which blocks are made. */
  private JsonNode mined(String hash) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      node.ask("evm_mine");
      JsonNode receipt = node.ask("eth_getTransactionReceipt", hash);
      if (receipt.path("status").asText().equals("0x1")) {
        return receipt;
      }
    }
    throw new IOException("what there is to ask about could not be put on the chain: transaction " + hash
        + " is in no block after " + ATTEMPTS + " blocks, or was undone");
  }

  private static String transfer(Account payee) {
    return TRANSFER + Account.destinationOf(payee.address()).substring(2) + "%064x".formatted(AMOUNT);
  }
}
