package rig.wallet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.wallet.wire.Json;

/**
 * Brings letters to one peer, in order: all that wait go in one message, and the next when the peer has stored it.
 *
 * <p>While the peer does not answer, the message is sent again. When too many letters wait, new ones are dropped: whatever is
 * lost, {@link Sync} sends again.
 */
final class Courier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int WAITING = 20_000;
  private static final int TOGETHER = 200;
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int FIRST_PAUSE_MILLIS = 20;
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final Peer peer;
  private final String sender;
  private final HttpClient http;
  private final Disturbance disturbance;
  private final Random random;
  private final BlockingQueue<Letter> letters = new ArrayBlockingQueue<>(WAITING);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /** Starts to bring letters from a sender to a peer. */
  Courier(String sender, Peer peer, HttpClient http, Disturbance disturbance) {
    this.sender = sender;
    this.peer = peer;
    this.http = http;
    this.disturbance = disturbance;
    this.random = new Random(disturbance.seed() + sender.hashCode() + 31L * peer.participantId().hashCode());
    this.thread = Thread.ofVirtual().name("courier-" + sender + "-" + peer.participantId()).start(this::run);
  }

  /** Takes a letter, never blocks. */
  void take(Letter letter) {
    if (!letters.offer(letter)) {
      LOG.debug("a letter to {} is dropped: {} wait already", peer.participantId(), WAITING);
    }
  }

  private void run() {
    List<Letter> batch = new ArrayList<>();
    try {
      while (closed.getCount() > 0) {
        batch.clear();
        batch.add(letters.take());
        letters.drainTo(batch, TOGETHER - 1);
        if (arrives()) {
          deliver(Json.write(Letter.message(sender, peer.participantId(), batch)));
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("the courier from {} to {} ends", sender, peer.participantId());
    }
  }

  private boolean arrives() throws InterruptedException {
    long mean = disturbance.meanDelay().toNanos();
    pause(Duration.ofNanos((long) (mean * (0.5 + random.nextDouble()))));
    return random.nextDouble() >= disturbance.dropped();
  }

  private void deliver(byte[] message) throws InterruptedException {
    Duration wait = Duration.ofMillis(FIRST_PAUSE_MILLIS);
    while (closed.getCount() > 0 && !delivered(message)) {
      pause(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.multipliedBy(2);
    }
  }

  /** Whether the peer has taken it or will never take it. */
  private boolean delivered(byte[] message) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(peer.inbox() + "/inbox"))
        .timeout(DEADLINE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
        .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        LOG.debug("{} answers {}: {}", peer.participantId(), answer.statusCode(), answer.body());
      }
      return answer.statusCode() < SERVER_ERROR;
    } catch (IOException e) {
      LOG.debug("{} does not answer", peer.participantId(), e);
      return false;
    }
  }

  private void pause(Duration time) throws InterruptedException {
    if (time.isPositive() && closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("closed");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
