package protocol.rpc.transaction;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.rpc.chain.ChainWatcher;
import protocol.rpc.chain.Quantity;
import protocol.rpc.chain.Reader;

/** What the chain asks for gas, asked again with each block and never for a transaction. */
final class FeeOracle {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long AT_MOST_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

  private final Reader reader;
  private final AtomicBoolean asking = new AtomicBoolean();
  private final CompletableFuture<Quote> first = new CompletableFuture<>();
  private volatile @Nullable Quote latest;
  private volatile long askedAt;

  FeeOracle(Reader reader, ChainWatcher watcher) {
    this.reader = reader;
    watcher.onBlock(_ -> {
      if (System.nanoTime() - askedAt > AT_MOST_EVERY) {
        ask();
      }
    });
    ask();
  }

  /** The latest quote: there already, but for the first. */
  CompletionStage<Quote> quote() {
    Quote known = latest;
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    ask();
    return first;
  }

  private void ask() {
    if (!asking.compareAndSet(false, true)) {
      return;
    }
    askedAt = System.nanoTime();
    reader.ask("eth_feeHistory", Quote.PARAMS, answer -> {
      byte[] result = Reader.result(answer);
      if (result == null) {
        askForPrice();
        return;
      }
      try {
        Quote quote = Quote.of(JSON.readTree(result));
        if (quote.lacksTips()) {
          askForTip(quote);
        } else {
          know(quote);
        }
      } catch (IOException e) {
        askForPrice();
      }
    });
  }

  /** Blocks that are empty say nothing of tips; nodes have a suggestion. */
  private void askForTip(Quote quote) {
    number("eth_maxPriorityFeePerGas", tip -> know(tip == null ? quote : quote.orTip(tip)));
  }

  /** Chains without a base fee. */
  private void askForPrice() {
    number("eth_gasPrice", price -> {
      if (price == null) {
        asking.set(false); // the next block, or the next who wants to know, asks again
      } else {
        know(Quote.flat(price));
      }
    });
  }

  private void number(String method, Consumer<@Nullable BigInteger> told) {
    reader.ask(method, "[]", answer -> {
      byte[] result = Reader.result(answer);
      BigInteger number = null;
      try {
        number = result == null ? null : Quantity.parse(JSON.readValue(result, String.class));
      } catch (IOException e) {
        // told as null, like no answer
      }
      told.accept(number);
    });
  }

  private void know(Quote quote) {
    latest = quote;
    asking.set(false);
    first.complete(quote);
  }
}
