package rig.wallet;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.wallet.channel.Refusal;
import rig.wallet.store.StoreException;
import rig.wallet.wire.Json;

/** Answers in JSON, and what each kind of failure looks like. */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final String JSON = "application/json";
  private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");
  private static final byte[] NOTHING = {};

  private record Error(String type, String message) {}

  private Answers() {}

  static void json(ServerResponse response, Status status, Object body) {
    response.status(status).header(HeaderNames.CONTENT_TYPE, JSON).send(Json.write(body));
  }

  static byte[] body(ServerRequest request) {
    return request.content().hasEntity() ? request.content().as(byte[].class) : NOTHING;
  }

  /** Every failure has an answer. */
  static void failures(HttpRouting.Builder routing) {
    routing.error(Refusal.class, (_, response, refusal) -> refused(response, refusal))
        .error(StoreException.class, (_, response, failure) -> unavailable(response, failure.getMessage()))
        .error(DataReader.InsufficientDataAvailableException.class,
            (_, response, _) -> error(response, Status.BAD_REQUEST_400, "Invalid", "the body ended early"))
        .error(ClosedException.class, (_, response, failure) -> unavailable(response, failure.getMessage()))
        .error(RuntimeException.class, (_, response, failure) -> {
          LOG.error("a request failed", failure);
          error(response, Status.INTERNAL_SERVER_ERROR_500, "Failed", String.valueOf(failure.getMessage()));
        });
  }

  private static void unavailable(ServerResponse response, @Nullable String message) {
    error(response, Status.SERVICE_UNAVAILABLE_503, "Unavailable", String.valueOf(message));
  }

  private static void refused(ServerResponse response, Refusal refusal) {
    String message = String.valueOf(refusal.getMessage());
    switch (refusal.reason()) {
      case NOT_FOUND -> error(response, Status.NOT_FOUND_404, "NotFound", message);
      case NOT_MY_TURN -> error(response, Status.CONFLICT_409, "NotMyTurn", message);
      case WRONG_STATUS -> error(response, Status.CONFLICT_409, "WrongStatus", message);
      case INSUFFICIENT_FUNDS -> error(response, UNPROCESSABLE, "InsufficientFunds", message);
      case INVALID, GAP -> error(response, Status.BAD_REQUEST_400, "Invalid", message);
    }
  }

  private static void error(ServerResponse response, Status status, String type, String message) {
    json(response, status, new Error(type, message));
  }
}
