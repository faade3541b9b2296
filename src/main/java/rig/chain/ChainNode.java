package rig.chain;

import contract.LogEntry;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;

/** The calls of a node that we need, blocking; one small connection pool for all wallets of a rig. */
final class ChainNode implements AutoCloseable {

  private static final int IDLE_CONNECTIONS = 8;
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int TRIES = 3;

  private final OkHttpClient http;
  private final HttpService service;
  private final Web3j web3j;

  ChainNode(URI url) {
    http = new OkHttpClient.Builder().connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
        .callTimeout(DEADLINE)
        .build();
    service = new HttpService(url.toString(), http);
    web3j = Web3j.build(service);
  }

  long chainId() throws IOException {
    return Numeric.decodeQuantity(answer(web3j.ethChainId())).longValueExact();
  }

  long blockNumber() throws IOException {
    return Numeric.decodeQuantity(answer(web3j.ethBlockNumber())).longValueExact();
  }

  /** How many transactions an account has sent, those in the pool included. */
  long nextNonce(String address) throws IOException {
    return Numeric.decodeQuantity(answer(web3j.ethGetTransactionCount(address, DefaultBlockParameterName.PENDING)))
        .longValueExact();
  }

  BigInteger balance(String address) throws IOException {
    return Numeric.decodeQuantity(answer(web3j.ethGetBalance(address, DefaultBlockParameterName.LATEST)));
  }

  /** Asks a contract without changing anything; the answer is hex with 0x. */
  String call(String contract, String data) throws IOException {
    var transaction = org.web3j.protocol.core.methods.request.Transaction.createEthCallTransaction(null, contract,
        data);
    return answer(web3j.ethCall(transaction, DefaultBlockParameterName.LATEST));
  }

  /**
   * Hands over a signed transaction, and once more when the answer is lost: a node takes the same one only once.
   *
   * @return its hash
   */
  String send(String signed) throws IOException {
    try {
      return answer(web3j.ethSendRawTransaction(signed));
    } catch (RefusedException e) {
      throw e;
    } catch (IOException lost) {
      return sendAgain(signed);
    }
  }

  private String sendAgain(String signed) throws IOException {
    try {
      return answer(web3j.ethSendRawTransaction(signed));
    } catch (RefusedException e) {
      String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      // It waits in the pool already, or is in a block: nobody else uses the nonces of the account.
      if (reason.contains("already") || reason.contains("nonce too low")) {
        return Transaction.hash(signed);
      }
      throw e;
    }
  }

  Optional<Receipt> receipt(String hash) throws IOException {
    TransactionReceipt receipt = answer(web3j.ethGetTransactionReceipt(hash));
    return Optional.ofNullable(receipt)
        .map(found -> new Receipt(found.isStatusOK(), found.getBlockNumber().longValueExact(),
            found.getGasUsed().longValueExact(), Optional.ofNullable(found.getContractAddress())));
  }

  /** What a contract told from one block to another, both included, in order. */
  List<LogEntry> logs(String contract, long from, long to) throws IOException {
    var filter = new EthFilter(block(from), block(to), contract);
    return answer(web3j.ethGetLogs(filter)).stream()
        .map(EthLog.LogResult::get)
        .map(Log.class::cast)
        .map(log -> new LogEntry(log.getTopics(), log.getData(), log.getBlockNumber().longValueExact()))
        .toList();
  }

  /** Anvil only: gives an account that many wei. */
  void setBalance(String address, BigInteger wei) throws IOException {
    answer(new Request<>("anvil_setBalance", List.of(address, Numeric.encodeQuantity(wei)), service, Nothing.class));
  }

  /** Anvil only: makes a block now. */
  void mine() throws IOException {
    answer(new Request<>("evm_mine", List.of(), service, Nothing.class));
  }

  /** Anvil only: a line for every call costs more than many of the calls. */
  void silence() throws IOException {
    answer(new Request<>("anvil_setLoggingEnabled", List.of(false), service, Nothing.class));
  }

  /** An answer that says nothing. */
  public static final class Nothing extends Response<Object> {}

  private static DefaultBlockParameter block(long number) {
    return DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
  }

  private static <T> T answer(Request<?, ? extends Response<T>> request) throws IOException {
    for (int tries = 1;; tries++) {
      Response<T> response = send(request);
      if (!response.hasError()) {
        return response.getResult();
      }
      String message = request.getMethod() + ": " + response.getError().getMessage();
      // Without old states, anvil says so of the latest block when the next one comes while it answers.
      if (tries >= TRIES || !message.contains("BlockOutOfRange")) {
        throw new RefusedException(message);
      }
    }
  }

  private static <R extends Response<?>> R send(Request<?, R> request) throws IOException {
    try {
      return request.send();
    } catch (ClientConnectionException e) {
      // How web3j tells of an HTTP status that is not 200; like a lost answer, it leaves open what has happened.
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    web3j.shutdown();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
