package protocol.wallet;

import java.util.List;
import load.Allocation;
import load.ChannelParams;
import load.Funding;
import load.Instruction;

/** What a verb asks of a wallet, with every expression resolved. */
public sealed interface WalletRequest {

  /** The job, that is the channel, it belongs to. */
  String job();

  /** The wallet that is asked. */
  String server();

  /** Opens a channel that funds others. */
  record CreateLedger(String job, String server, ChannelParams params) implements WalletRequest {}

  /** Opens an application channel. */
  record Create(String job, String server, ChannelParams params, Funding funding) implements WalletRequest {}

  /** Agrees to a channel that a peer has proposed; for wallets that do not do so by themselves. */
  record Join(String job, String server) implements WalletRequest {}

  /** Moves a channel to its next turn. An empty list keeps the outcome. */
  record Update(String job, String server, List<Allocation> allocations, String appData) implements WalletRequest {}

  /** Closes a channel. */
  record Close(String job, String server) implements WalletRequest {}

  /** Waits at one wallet for a status. */
  record AwaitStatus(String job, String server, Status status) implements WalletRequest {}

  /** The request that an instruction of a load file stands for. */
  static WalletRequest of(Instruction instruction) {
    String job = instruction.jobId();
    String server = instruction.serverId();
    return switch (instruction) {
      case Instruction.CreateLedgerChannel create -> new CreateLedger(job, server, create.params());
      case Instruction.CreateChannel create -> new Create(job, server, create.params(), create.funding());
      case Instruction.UpdateChannel update -> new Update(job, server, update.allocations(), update.appData());
      case Instruction.CloseChannel _ -> new Close(job, server);
    };
  }

  /** The name under which an instruction's request is reported, for example {@code create channel}. */
  static String nameOf(Instruction instruction) {
    return switch (instruction) {
      case Instruction.CreateLedgerChannel _ -> "create ledger channel";
      case Instruction.CreateChannel _ -> "create channel";
      case Instruction.UpdateChannel _ -> "update channel";
      case Instruction.CloseChannel _ -> "close channel";
    };
  }
}
