package protocol.rpc.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import history.Outcome;
import java.io.IOException;
import protocol.engine.TransportFailure;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Feed;

/** Transactions that a node tells of before they are in a block: everybody's, of which the ledger knows some. */
record Pending(Sight sight, Ledger ledger, Tally tally) implements Feed {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void onNotification(byte[] message, Envelope envelope, long arrived) {
    try {
      JsonNode result = JSON.readTree(envelope.result().of(message));
      // A hash, or the whole transaction.
      ledger.seen(result.isTextual() ? result.asText() : result.path("hash").asText(), sight, arrived);
    } catch (IOException e) {
      tally.add(Count.LIES);
    }
  }

  @Override
  public void onSubscribed() {}

  @Override
  public void onBroken(TransportFailure failure) {}

  @Override
  public void onRefused(Outcome outcome) {}
}
