package account;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;

/** A real node, asked through web3j. */
final class Web3jNode implements Node, AutoCloseable {

  /** Answered so when one asks anvil for something that answers nothing. */
  public static final class Nothing extends Response<Object> {}

  final Web3j web3j;
  private final HttpService service;
  private final Fees fees;

  /** Offers these fees whatever the chain asks for. */
  Web3jNode(URI url, Fees fees) {
    this.service = new HttpService(url.toString());
    this.web3j = Web3j.build(service);
    this.fees = fees;
  }

  @Override
  public long chainId() throws IOException {
    return Numeric.decodeQuantity(answer(web3j.ethChainId())).longValueExact();
  }

  @Override
  public BigInteger balance(String address) throws IOException {
    return Numeric.decodeQuantity(answer(web3j.ethGetBalance(address, DefaultBlockParameterName.LATEST)));
  }

  @Override
  public long nonce(String address) throws IOException {
    return count(address, DefaultBlockParameterName.LATEST);
  }

  @Override
  public boolean hasCode(String address) throws IOException {
    return answer(web3j.ethGetCode(address, DefaultBlockParameterName.LATEST)).length() > 2;
  }

  @Override
  public Fees fees() {
    return fees;
  }

  @Override
  public void send(SignedTransaction transaction) throws IOException {
    var response = web3j.ethSendRawTransaction(transaction.raw()).send();
    if (response.hasError()) {
      String message = response.getError().getMessage();
      throw new RefusedException(Refusal.of(message), message);
    }
    if (!transaction.hash().equals(response.getResult())) {
      throw new IOException("the node calls it " + response.getResult() + ", we " + transaction.hash());
    }
  }

  @Override
  public Optional<Receipt> receipt(String hash) throws IOException {
    TransactionReceipt receipt = answer(web3j.ethGetTransactionReceipt(hash));
    return Optional.ofNullable(receipt)
        .map(found -> new Receipt(found.isStatusOK(), found.getBlockNumber().longValueExact(),
            found.getGasUsed().multiply(Numeric.decodeQuantity(found.getEffectiveGasPrice())).add(blobFee(found)),
            Optional.ofNullable(found.getContractAddress())));
  }

  private static BigInteger blobFee(TransactionReceipt receipt) {
    String gas = receipt.getBlobGasUsed();
    return gas == null ? BigInteger.ZERO
        : Numeric.decodeQuantity(gas).multiply(Numeric.decodeQuantity(receipt.getBlobGasPrice()));
  }

  @Override
  public PoolView view(String address, Collection<String> hashes) throws IOException {
    long mined = count(address, DefaultBlockParameterName.LATEST);
    long pending = count(address, DefaultBlockParameterName.PENDING);
    Set<String> pooled = new HashSet<>();
    Set<String> inBlocks = new HashSet<>();
    for (String hash : hashes) {
      Transaction found = transaction(hash);
      if (found != null) {
        (found.getBlockNumberRaw() == null ? pooled : inBlocks).add(hash);
      }
    }
    return new PoolView(mined, pending, pooled, inBlocks);
  }

  /** Null when the node does not know it. */
  Transaction transaction(String hash) throws IOException {
    return answer(web3j.ethGetTransactionByHash(hash));
  }

  /** Asks anvil for something of its own. */
  void anvil(String method, Object... arguments) throws IOException {
    answer(new Request<>(method, List.of(arguments), service, Nothing.class));
  }

  private long count(String address, DefaultBlockParameterName block) throws IOException {
    return Numeric.decodeQuantity(answer(web3j.ethGetTransactionCount(address, block))).longValueExact();
  }

  private static <T> T answer(Request<?, ? extends Response<T>> request) throws IOException {
    Response<T> response = request.send();
    if (response.hasError()) {
      throw new IOException(request.getMethod() + ": " + response.getError().getMessage());
    }
    return response.getResult();
  }

  @Override
  public void close() {
    web3j.shutdown();
  }
}
