package rig.checkout;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.checkout.store.Refusal;
import rig.checkout.store.StoppedException;
import rig.checkout.store.StoreException;

/** Paths and what answers them; every failure has an answer, but a stopped service has none. */
final class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int LONGEST = 1_000;
  private static final byte[] NOTHING = {};

  /** Makes the answer: an object becomes JSON, a text stays text. */
  @FunctionalInterface
  interface Answer {
    Object to(Parameters path, byte[] body) throws Refusal;
  }

  private final HttpRouting.Builder routing;
  private final Consumer<ServerResponse> stopped;

  /**
   * Adds to a routing.
   *
   * @param stopped what a customer gets when the service has been stopped
   */
  Routes(HttpRouting.Builder routing, Consumer<ServerResponse> stopped) {
    this.routing = routing;
    this.stopped = stopped;
  }

  Routes get(String path, Answer answer) {
    return on(Method.GET, path, answer);
  }

  Routes post(String path, Answer answer) {
    return on(Method.POST, path, answer);
  }

  Routes delete(String path, Answer answer) {
    return on(Method.DELETE, path, answer);
  }

  private Routes on(Method method, String path, Answer answer) {
    routing.route(method, path, (request, response) -> handle(request, response, answer));
    return this;
  }

  private void handle(ServerRequest request, ServerResponse response, Answer answer) {
    try {
      check(request.path().rawPath());
      Object body = answer.to(request.path().pathParameters(), body(request));
      if (body instanceof String text) {
        text(response, Status.OK_200, text);
      } else {
        response.header(HeaderNames.CONTENT_TYPE, JSON).send(Json.write(body));
      }
    } catch (Refusal e) {
      text(response, Status.BAD_REQUEST_400, e.reason());
    } catch (CloseConnectionException e) {
      throw e;
    } catch (StoppedException _) {
      stopped.accept(response);
    } catch (NotStartedException e) {
      text(response, Status.SERVICE_UNAVAILABLE_503, String.valueOf(e.getMessage()));
    } catch (PeerException e) {
      text(response, Status.BAD_GATEWAY_502, String.valueOf(e.getMessage()));
    } catch (LostAnswerException | StoreException e) {
      text(response, Status.INTERNAL_SERVER_ERROR_500, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      if (response.isSent()) {
        throw new CloseConnectionException("the answer did not get through", e);
      }
      LOG.warn("{} failed", request.path().path(), e);
      text(response, Status.INTERNAL_SERVER_ERROR_500, String.valueOf(e.getMessage()));
    }
  }

  /** What the database cannot take would fail all that are committed together. */
  private static void check(String path) throws Refusal {
    if (path.length() > LONGEST || path.contains("%00")) {
      throw new Refusal("this is no name of anything");
    }
  }

  static void text(ServerResponse response, Status status, String text) {
    response.status(status).header(HeaderNames.CONTENT_TYPE, TEXT).send(text);
  }

  private static byte[] body(ServerRequest request) {
    try {
      return request.content().hasEntity() ? request.content().as(byte[].class) : NOTHING;
    } catch (RuntimeException e) { // of several kinds
      throw new CloseConnectionException("the request ended early", e);
    }
  }
}
