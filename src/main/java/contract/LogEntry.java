package contract;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import org.web3j.crypto.Hash;

/**
 * An entry of the chain's log, as a node answers it.
 *
 * @param topics 32-byte hex with 0x: the event's hash, then its indexed arguments
 * @param data the other arguments, hex with 0x
 * @param block where it stands
 */
public record LogEntry(List<String> topics, String data, long block) {

  private static final String DEPOSITED = Hash.sha3String("Deposited(bytes32,address,uint256)");
  private static final String UPDATED = Hash.sha3String("AllocationUpdated(bytes32,uint256,uint256,uint256)");
  private static final String CHALLENGED = Hash
      .sha3String("ChallengeRegistered(bytes32,uint48," + Adjudicator.SIGNED + "[]," + Adjudicator.SIGNED + ")");
  private static final String CLEARED = Hash.sha3String("ChallengeCleared(bytes32,uint48)");
  private static final String CONCLUDED = Hash.sha3String("Concluded(bytes32,uint48)");
  private static final int WORD_BYTES = 32;
  private static final int WORD_DIGITS = 2 * WORD_BYTES;
  private static final int ADDRESS_DIGITS = 40;

  /** What it tells about a channel; empty for events of other contracts, and for those nobody waits for. */
  public Optional<ChainEvent> event() {
    if (topics.size() != 2) {
      return Optional.empty();
    }
    String kind = topics.getFirst();
    String id = topics.getLast();
    if (kind.equals(DEPOSITED)) {
      String asset = "0x" + word(0).substring(WORD_DIGITS - ADDRESS_DIGITS);
      return Optional.of(new ChainEvent.Deposited(id, block, asset, number(1)));
    } else if (kind.equals(UPDATED)) {
      var holdings = new ChainEvent.Holdings(number(1), number(2));
      return Optional.of(new ChainEvent.AllocationUpdated(id, block, number(0).intValueExact(), holdings));
    } else if (kind.equals(CHALLENGED)) {
      return Optional.of(new ChainEvent.ChallengeRegistered(id, block, candidateTurn(), time(0)));
    } else if (kind.equals(CLEARED)) {
      return Optional.of(new ChainEvent.ChallengeCleared(id, block, time(0)));
    } else if (kind.equals(CONCLUDED)) {
      return Optional.of(new ChainEvent.Concluded(id, block, time(0)));
    }
    return Optional.empty();
  }

  /** The event carries (finalizesAt, proof, candidate); the candidate is (variable part, ...) and that (outcome, appData, turnNum, ...). */
  private long candidateTurn() {
    int candidate = offset(2);
    int variable = candidate + offset(candidate);
    return time(variable + 2);
  }

  /** An offset in words, as ABI counts them in bytes. */
  private int offset(int index) {
    return number(index).intValueExact() / WORD_BYTES;
  }

  private long time(int index) {
    return number(index).longValueExact();
  }

  private BigInteger number(int index) {
    return new BigInteger(word(index), 16);
  }

  private String word(int index) {
    int start = 2 + index * WORD_DIGITS;
    return data.substring(start, start + WORD_DIGITS);
  }
}
