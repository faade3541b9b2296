package protocol.wallet;

import contract.Adjudicator;
import contract.Calldata;
import contract.ChainEvent;
import contract.LogEntry;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.http.HttpService;
import targets.ChainSpec;

/** What the chain says of the channels: read before the run and after it, blocking. */
final class Settlement implements AutoCloseable {

  /** Nodes refuse ranges that are too long. */
  private static final long BLOCKS_AT_A_TIME = 2_000;

  private final Web3j web3j;
  private final ChainSpec chain;

  Settlement(ChainSpec chain) {
    this.chain = chain;
    this.web3j = Web3j.build(new HttpService(chain.url().toString()));
  }

  /** The chain's own id. */
  long chainId() throws IOException {
    return web3j.ethChainId().send().getChainId().longValueExact();
  }

  /** The number of the newest block. */
  long head() throws IOException {
    return web3j.ethBlockNumber().send().getBlockNumber().longValueExact();
  }

  /** An account's coins, in wei. */
  BigInteger balance(String address) throws IOException {
    return web3j.ethGetBalance(address, DefaultBlockParameterName.LATEST).send().getBalance();
  }

  /** Whether the adjudicator's address has code at all. */
  boolean hasAdjudicator() throws IOException {
    return web3j.ethGetCode(chain.adjudicator(), DefaultBlockParameterName.LATEST).send().getCode().length() > 2;
  }

  /** What the adjudicator holds for a channel. */
  BigInteger holdings(String asset, String channelId) throws IOException {
    Calldata call = Adjudicator.holdings(asset, channelId);
    var transaction = Transaction.createEthCallTransaction(null, chain.adjudicator(), call.data());
    var answer = web3j.ethCall(transaction, DefaultBlockParameterName.LATEST).send();
    if (answer.hasError()) {
      throw new IOException(answer.getError().getMessage());
    }
    return Adjudicator.amount(answer.getValue());
  }

  /** What the adjudicator has told from a block on, up to the newest. */
  List<ChainEvent> events(long from) throws IOException {
    List<ChainEvent> events = new ArrayList<>();
    long head = head();
    for (long first = from; first <= head; first += BLOCKS_AT_A_TIME) {
      long last = Math.min(head, first + BLOCKS_AT_A_TIME - 1);
      var filter = new EthFilter(DefaultBlockParameter.valueOf(BigInteger.valueOf(first)),
          DefaultBlockParameter.valueOf(BigInteger.valueOf(last)), chain.adjudicator());
      EthLog answer = web3j.ethGetLogs(filter).send();
      if (answer.hasError()) {
        throw new IOException(answer.getError().getMessage());
      }
      answer.getLogs().forEach(result -> event((Log) result.get()).ifPresent(events::add));
    }
    return events;
  }

  private static Optional<ChainEvent> event(Log log) {
    return new LogEntry(log.getTopics(), log.getData(), log.getBlockNumber().longValueExact()).event();
  }

  @Override
  public void close() {
    web3j.shutdown();
  }
}
