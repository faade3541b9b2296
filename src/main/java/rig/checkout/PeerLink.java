package rig.checkout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import rig.checkout.store.StoppedException;
import rig.checkout.store.Together;

/** Asks another service over HTTP; all that waits goes in one message. */
final class PeerLink<Q> implements AutoCloseable {

  private static final int UNDER_WAY = 2;
  private static final int TOGETHER = 500;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int OK = 200;

  private static final class Asked<Q> {

    private final Q question;
    private @Nullable Reply reply;

    Asked(Q question) {
      this.question = question;
    }
  }

  private final URI url;
  private final HttpClient http;
  private final Together<Asked<Q>> together;

  PeerLink(String name, URI url, HttpClient http) {
    this.url = url;
    this.http = http;
    this.together = new Together<>(name, UNDER_WAY, TOGETHER, this::send);
  }

  /**
   * Blocks until it is answered.
   *
   * @throws PeerException when it is not
   * @throws StoppedException when this service is stopped meanwhile
   */
  Reply ask(Q question) {
    var asked = new Asked<>(question);
    try {
      together.await(asked);
    } catch (ExecutionException e) {
      throw new PeerException(url.getPath() + " does not answer: " + e.getCause(), e);
    }
    Reply reply = asked.reply;
    if (reply == null) {
      throw new IllegalStateException("a question was left out");
    }
    return reply;
  }

  private void send(List<Asked<Q>> asked) throws IOException, InterruptedException {
    byte[] body = Json.write(asked.stream().map(one -> one.question).toList());
    HttpRequest request = HttpRequest.newBuilder(url)
        .timeout(TIMEOUT)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK) {
      throw new IOException("status " + answer.statusCode());
    }
    Reply[] replies = Json.read(answer.body(), Reply[].class);
    for (int i = 0; i < replies.length; i++) {
      asked.get(i).reply = replies[i];
    }
  }

  /** Stops at once; what is under way is not waited for. */
  @Override
  public void close() {
    together.close();
  }
}
