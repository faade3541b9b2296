package rig.wallet;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import load.Participant;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;

/** One wallet's post office: a courier for each peer. */
final class Post implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .executor(threads)
      .connectTimeout(CONNECT)
      .build();
  private final Map<String, Courier> couriers = new HashMap<>();
  private final String sender;

  Post(String sender, List<Peer> peers, Disturbance disturbance) {
    this.sender = sender;
    for (Peer peer : peers) {
      couriers.put(peer.signingAddress(), new Courier(sender, peer, http, disturbance));
    }
  }

  /** Sends a letter to all others of its channel; never blocks. */
  void send(Letter letter) {
    for (Participant participant : letter.channel().terms().participants()) {
      Courier courier = couriers.get(participant.signingAddress());
      if (courier != null) {
        courier.take(letter);
      }
    }
  }

  /** Refuses a channel with somebody we cannot reach. */
  void requireKnown(Terms terms, int me) throws Refusal {
    for (int i = 0; i < terms.size(); i++) {
      if (i != me && !couriers.containsKey(terms.participants().get(i).signingAddress())) {
        throw new Refusal(Refusal.Reason.INVALID,
            sender + " knows no wallet that signs as " + terms.participants().get(i).signingAddress());
      }
    }
  }

  @Override
  public void close() {
    couriers.values().forEach(Courier::close);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
