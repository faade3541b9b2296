package protocol.rpc.read;

import io.gatling.javaapi.core.ActionBuilder;

/** The verbs of reading: {@code read()}, {@code compare()}. */
public final class ReadDsl {

  /** The row of what is asked again in the end. */
  public static final String AGAIN = "ask again";

  private ReadDsl() {}

  /** Asks a chain for something that is drawn from the mix. A row of the method's name; a group with several endpoints to choose from. */
  public static Read read() {
    return Read.one();
  }

  /** Asks two nodes for the same, drawn from the mix, and is KO when they differ. A group of the method's name, with a row for each node. */
  public static Read compare() {
    return Read.two();
  }

  /**
   * Asks again, one thing after the other: each endpoint for its head, and some of what can have one answer only; or, where answers are
   * compared, what one node has not answered. Row {@code ask again}.
   */
  public static ActionBuilder askAgain() {
    return ReadProtocol.KEY.action(AGAIN, (turn, reads) -> new Again(turn, reads).ask());
  }
}
