package protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contract.Token;
import java.io.IOException;
import java.util.List;
import protocol.rpc.KeptReads.Wanted;

/** What can be read for the judges, and what the history keeps of it. */
final class ChainReads {

  static final String TOKEN = "read token";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ChainReads() {}

  /** What accounts have of a token, and what there is of it. */
  static Wanted token(String token, List<String> accounts) {
    ObjectNode call = JSON.objectNode().put("to", token).put("data", Token.holdings(accounts).data());
    return new Wanted(TOKEN, token, "eth_call", JSON.arrayNode().add(call).add("latest").toString(),
        result -> holdings(accounts, result.asText()));
  }

  private static JsonNode holdings(List<String> accounts, String answer) throws IOException {
    Token.Holdings holdings;
    try {
      holdings = Token.holdings(answer);
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
    ObjectNode kept = JSON.objectNode().put("supply", holdings.all().toString());
    ObjectNode balances = kept.putObject("balances");
    for (int i = 0; i < accounts.size(); i++) {
      balances.put(accounts.get(i), holdings.balances().get(i).toString());
    }
    return kept;
  }
}
