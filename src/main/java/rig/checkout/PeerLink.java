package rig.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import rig.checkout.store.StoppedException;
import rig.checkout.store.Together;

/**
 * Asks another service over HTTP; all that waits goes in one message.
 *
 * <p>The JDK's older client is enough for two messages at a time, keeps their connections, and takes a fraction of the newer
 * one's processor time. When a connection has gone stale it asks once more, which does no harm: each question has a key.
 */
final class PeerLink<Q> implements AutoCloseable {

  private static final int UNDER_WAY = 2;
  private static final int TOGETHER = 500;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int OK = 200;

  private static final class Asked<Q> {

    private final Q question;
    private @Nullable Reply reply;

    Asked(Q question) {
      this.question = question;
    }
  }

  private final URL url;
  private final Together<Asked<Q>> together;

  PeerLink(String name, URI url) {
    this.url = url(url);
    this.together = new Together<>(name, new Together.Manner(UNDER_WAY, TOGETHER), this::send);
  }

  private static URL url(URI url) {
    try {
      return url.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
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

  private void send(List<Asked<Q>> asked) throws IOException {
    byte[] answer = post(Json.write(asked.stream().map(one -> one.question).toList()));
    Reply[] replies = Json.read(answer, Reply[].class);
    for (int i = 0; i < replies.length; i++) {
      asked.get(i).reply = replies[i];
    }
  }

  private byte[] post(byte[] body) throws IOException {
    var connection = (HttpURLConnection) url.openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    if (connection.getResponseCode() != OK) {
      throw new IOException("status " + connection.getResponseCode());
    }
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  /** Stops at once; what is under way is not waited for. */
  @Override
  public void close() {
    together.close();
  }
}
