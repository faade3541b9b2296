package protocol.rpc.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import history.Outcome;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcResponse;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.ErrorKind;

/**
 * The receipts of a block, once: {@code eth_getBlockReceipts} by hash; by number where a node wants that; where it has neither, those
 * that somebody waits for, in batches. A node may know a block before its receipts, so it is asked again for a while. Confined to its
 * event loop.
 */
final class BlockReceipts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long FIRST_WAIT = 50;
  private static final int TRIES = 7;
  private static final int BATCH = 100;

  private final Reader reader;
  private final EventLoop loop;
  private final Tally tally;
  private final Predicate<String> wanted;
  private final Predicate<String> canonical;
  private Way way = Way.BY_HASH;

  private enum Way {
    BY_HASH, BY_NUMBER, ONE_BY_ONE
  }

  /** Takes the receipts of a block, and when they were there. */
  interface Taker extends BiConsumer<List<Receipt>, Long> {}

  /** Who is asked, where, and where it is counted. */
  record Source(Reader reader, EventLoop loop, Tally tally) {}

  /**
   * Asks a source.
   *
   * @param wanted whether somebody waits for the transaction of that hash
   * @param canonical whether the block of that hash is still part of the chain
   */
  BlockReceipts(Source source, Predicate<String> wanted, Predicate<String> canonical) {
    this.reader = source.reader();
    this.loop = source.loop();
    this.tally = source.tally();
    this.wanted = wanted;
    this.canonical = canonical;
  }

  /** Takes what the node tells, once; never when it never tells, or when the block has left the chain. */
  void of(Header block, Taker taker) {
    new Fetch(block, taker).next();
  }

  private final class Fetch {

    private final Header block;
    private final Taker taker;
    private int tries;

    Fetch(Header block, Taker taker) {
      this.block = block;
      this.taker = taker;
    }

    void next() {
      if (!canonical.test(block.hash())) {
        return;
      }
      tries++;
      switch (tries < TRIES ? way : Way.ONE_BY_ONE) {
        case BY_HASH -> reader.ask("eth_getBlockReceipts", "[\"" + block.hash() + "\"]", this::whole);
        case BY_NUMBER -> reader.ask("eth_getBlockReceipts", "[\"" + Quantity.of(block.number()) + "\"]", this::whole);
        case ONE_BY_ONE -> reader.ask("eth_getBlockByHash", "[\"" + block.hash() + "\",false]", this::hashes);
      }
    }

    private void whole(Answer<Envelope> answer) {
      Envelope envelope = answer.value();
      RpcResponse response = answer.response();
      if (answer.outcome() instanceof Outcome.Refused(String code, _) && isNotOffered(code)) {
        way = way == Way.BY_HASH ? Way.BY_NUMBER : Way.ONE_BY_ONE;
        tries--;
        next();
      } else if (response == null || envelope == null || !envelope.hasResult(response.body())) {
        again();
      } else {
        take(response.body(), envelope, answer.ended());
      }
    }

    private void take(byte[] body, Envelope envelope, long time) {
      try {
        List<Receipt> receipts = Receipts.all(body, envelope.result(), wanted);
        if (receipts.stream().allMatch(receipt -> receipt.block().equals(block.hash()))) {
          taker.accept(receipts, time);
          return;
        }
      } catch (IOException e) {
        // it is counted like receipts of another block
      }
      tally.add(Count.LIES);
      again();
    }

    private void hashes(Answer<Envelope> answer) {
      byte[] result = Reader.result(answer);
      List<String> questions = new ArrayList<>();
      try {
        JsonNode json = result == null ? null : JSON.readTree(result);
        if (json == null) {
          again();
          return;
        }
        json.path("transactions").forEach(hash -> {
          if (wanted.test(hash.asText())) {
            questions.add("[\"" + hash.asText() + "\"]");
          }
        });
      } catch (IOException e) {
        again();
        return;
      }
      for (int start = 0; start < questions.size(); start += BATCH) {
        List<String> batch = questions.subList(start, Math.min(start + BATCH, questions.size()));
        reader.askAll("eth_getTransactionReceipt", batch, answers -> each(batch.size(), answers));
      }
    }

    private void each(int asked, Answer<List<Envelope>> answer) {
      RpcResponse response = answer.response();
      List<Envelope> envelopes = answer.value();
      List<Receipt> receipts = new ArrayList<>();
      if (response != null && envelopes != null) {
        envelopes.forEach(envelope -> add(receipts, receipt(response.body(), envelope)));
      }
      taker.accept(receipts, answer.ended());
      if (receipts.size() < asked) {
        again();
      }
    }

    private void add(List<Receipt> receipts, @Nullable Receipt receipt) {
      if (receipt != null && receipt.block().equals(block.hash())) {
        receipts.add(receipt);
      }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // asking has nothing to tell through its future
    private void again() {
      if (tries >= TRIES) {
        tally.add(Count.WITHOUT_RECEIPTS);
        return;
      }
      tally.add(Count.RETRIES);
      if (!loop.isShuttingDown()) {
        loop.schedule(this::next, FIRST_WAIT << (tries - 1), TimeUnit.MILLISECONDS);
      }
    }
  }

  private static @Nullable Receipt receipt(byte[] body, Envelope envelope) {
    try {
      return envelope.hasResult(body) ? Receipts.one(body, envelope.result()) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isNotOffered(String code) {
    return code.equals(ErrorKind.UNSUPPORTED.code()) || code.equals(ErrorKind.INVALID.code());
  }
}
