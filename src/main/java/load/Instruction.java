package load;

import java.util.List;

/** One timed step of a load file. The kinds are named as the file's field {@code type} spells them. */
public sealed interface Instruction {

  /** The job it belongs to; one job is one channel. */
  String jobId();

  /** The wallet that is asked, for example {@code A}. */
  String serverId();

  /** When, in milliseconds from the start of the run; 0 or more. */
  long timestamp();

  /** Its kind, for example {@code CreateChannel}. */
  default String type() {
    return getClass().getSimpleName();
  }

  /** Opens a channel that funds others; itself funded on chain. */
  record CreateLedgerChannel(String jobId, String serverId, long timestamp, ChannelParams params)
      implements Instruction {}

  /** Opens an application channel. */
  record CreateChannel(String jobId, String serverId, long timestamp, ChannelParams params, Funding funding)
      implements Instruction {}

  /** Moves a channel to its next turn. */
  record UpdateChannel(String jobId, String serverId, long timestamp, List<Allocation> allocations, String appData)
      implements Instruction {}

  /** Closes a channel and pays out. */
  record CloseChannel(String jobId, String serverId, long timestamp) implements Instruction {}
}
