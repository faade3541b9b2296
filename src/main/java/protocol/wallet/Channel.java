package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A channel as a wallet shows it.
 *
 * @param id 32-byte hex, with 0x
 * @param status how far it has come
 * @param turn the number of the last supported turn, from 0; −1 before there is one
 * @param json everything the wallet said, in the words of docs/wallet-api.md
 */
public record Channel(String id, Status status, long turn, JsonNode json) {

  static Channel of(JsonNode json) {
    return new Channel(json.path("channelId").asText(), Status.of(json.path("status").asText()),
        json.path("turnNum").asLong(-1), json);
  }
}
