package load;

import java.util.List;

/**
 * All instructions of one channel, in time order.
 *
 * @param id the job's name in the load file
 * @param index its place in the order of first instructions, from 0; a ledger-funded job has its ledger's place as {@code group}
 * @param group the index of the job whose channel funds this one, or its own: jobs of one group run on one injector
 * @param instructions in time order, never empty
 */
public record Job(String id, int index, int group, List<Instruction> instructions) {

  /** When its first instruction is due, in milliseconds from the start of the run. */
  public long start() {
    return instructions.getFirst().timestamp();
  }
}
