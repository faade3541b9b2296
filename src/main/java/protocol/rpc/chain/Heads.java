package protocol.rpc.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import history.Outcome;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import protocol.engine.TransportFailure;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Feed;
import protocol.rpc.node.RpcSocket;

/**
 * Where new heads come from: a WebSocket as long as it brings them, and asking at intervals otherwise. After each break, and when the
 * WebSocket is silent for long, the head is asked for all the same. Confined to its event loop.
 */
final class Heads implements Feed {

  private static final Logger LOGGER = LoggerFactory.getLogger(Heads.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long STALE = Duration.ofSeconds(1).toNanos();

  private final Reader reader;
  private final EventLoop loop;
  private final WatchSettings settings;
  private final Tally tally;
  private final Consumer<Header> told;
  private @Nullable RpcSocket socket;
  private boolean subscribed;
  private boolean asking;
  private boolean closed;
  private long lastHeard = System.nanoTime();
  private String lastNumber = "";
  private String lastHash = "";

  Heads(BlockReceipts.Source source, WatchSettings settings, Consumer<Header> told) {
    this.reader = source.reader();
    this.loop = source.loop();
    this.settings = settings;
    this.tally = source.tally();
    this.told = told;
  }

  /** Begins to tell; over a WebSocket, too, when there is one. */
  void start(@Nullable RpcSocket open) {
    socket = open;
    if (open != null) {
      open.subscribe("[\"newHeads\"]", this);
    }
    look();
  }

  void close() {
    closed = true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // looking has nothing to tell through its future
  private void look() {
    if (closed || loop.isShuttingDown()) {
      return;
    }
    boolean quiet = System.nanoTime() - lastHeard > settings.quiet().toNanos();
    if (!subscribed || quiet) {
      ask(subscribed);
    }
    Duration wait = subscribed ? settings.quiet().dividedBy(4) : settings.poll();
    loop.schedule(this::look, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Asks for the head, when its number is new, or has not been for a while: a block may take another's place.
   *
   * @param doubtful whether the WebSocket should have told of it already
   */
  private void ask(boolean doubtful) {
    if (asking) {
      return;
    }
    asking = true;
    reader.ask("eth_blockNumber", "[]", answer -> {
      byte[] result = Reader.result(answer);
      String number = result == null ? "" : new String(result, StandardCharsets.UTF_8);
      boolean stale = System.nanoTime() - lastHeard > STALE;
      asking = false;
      if (number.isEmpty()) {
        tally.add(Count.FAILURES);
      } else if (!number.equals(lastNumber) || stale || subscribed) {
        askForHead(number, doubtful);
      }
    });
  }

  private void askForHead(String number, boolean doubtful) {
    asking = true;
    reader.header("eth_getBlockByNumber", "[\"latest\",false]", true, header -> {
      asking = false;
      if (header == null) {
        tally.add(Count.FAILURES);
        return;
      }
      RpcSocket open = socket;
      if (doubtful && subscribed && open != null && !header.hash().equals(lastHash)) {
        tally.add(Count.SILENCES);
        open.reset();
      }
      lastNumber = number;
      tell(header);
    });
  }

  private void tell(Header header) {
    lastHeard = System.nanoTime();
    lastHash = header.hash();
    told.accept(header);
  }

  @Override
  public void onSubscribed() {
    subscribed = true;
    lastHeard = System.nanoTime();
    ask(false); // what happened before
  }

  @Override
  public void onNotification(byte[] message, Envelope envelope, long arrived) {
    try {
      Header header = Header.of(JSON.readTree(envelope.result().of(message)), arrived, true);
      tell(header);
    } catch (IOException e) {
      tally.add(Count.LIES);
    }
  }

  @Override
  public void onBroken(TransportFailure failure) {
    if (subscribed) {
      tally.add(Count.BREAKS);
    }
    subscribed = false;
    ask(false);
  }

  @Override
  public void onRefused(Outcome outcome) {
    LOGGER.warn("The node does not notify of new heads, so they are asked for every {}: {}", settings.poll(), outcome);
    subscribed = false;
  }
}
