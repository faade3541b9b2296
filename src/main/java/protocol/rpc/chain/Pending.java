package protocol.rpc.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import history.Outcome;
import java.io.IOException;
import protocol.engine.TransportFailure;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Feed;

/** Transactions that a node has taken into its pool: everybody's, of which the ledger knows some. */
record Pending(Ledger ledger, Tally tally) implements Feed {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void onNotification(byte[] message, Envelope envelope, long arrived) {
    try {
      ledger.seen(JSON.readValue(envelope.result().of(message), String.class), arrived);
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
