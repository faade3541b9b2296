package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import protocol.engine.TransportFailure;

/** What a wallet's errors mean: refused when it certainly did nothing, unknown when it may have done something. */
final class WalletErrors {

  private WalletErrors() {}

  /** The meaning of an answer other than 2xx. */
  static WalletFailure of(int status, JsonNode error) {
    String type = error.path("type").asText("");
    String message = error.path("message").asText("status " + status);
    return switch (type) {
      case "NotMyTurn" -> WalletFailure.refused("not-my-turn", message);
      case "NotFound" -> WalletFailure.refused("not-found", message);
      case "Invalid", "WrongStatus" -> WalletFailure.refused("invalid", message);
      case "InsufficientFunds" -> WalletFailure.refused("insufficient-funds", message);
      case "Unavailable" -> WalletFailure.refused("unavailable", message);
      default -> status >= 500 ? WalletFailure.unknown("server-error", message)
          : WalletFailure.refused("status-" + status, message);
    };
  }

  /** The meaning of no answer. */
  static WalletFailure of(TransportFailure failure) {
    return switch (failure.kind()) {
      case TIMEOUT -> WalletFailure.unknown("timeout", failure.message());
      case CONNECT -> WalletFailure.refused("transport", failure.message());
      case CLOSED -> WalletFailure.unknown("transport", failure.message());
    };
  }
}
