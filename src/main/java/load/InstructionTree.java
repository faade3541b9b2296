package load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import load.Instruction.CloseChannel;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import load.Instruction.UpdateChannel;

/** One instruction as the original format spells it. */
final class InstructionTree {

  private InstructionTree() {}

  static ObjectNode of(Instruction instruction) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode()
        .put("type", instruction.type())
        .put("jobId", instruction.jobId())
        .put("serverId", instruction.serverId())
        .put("timestamp", instruction.timestamp());
    switch (instruction) {
      case CreateLedgerChannel create -> params(tree.putObject("ledgerChannelParams"), create.params());
      case CreateChannel create -> {
        params(tree.putObject("channelParams"), create.params());
        funding(tree.putObject("fundingInfo"), create.funding());
      }
      case UpdateChannel update -> {
        ObjectNode params = tree.putObject("updateParams");
        allocations(params.putArray("allocations"), update.allocations());
        params.put("appData", update.appData());
      }
      case CloseChannel _ -> {
      }
    }
    return tree;
  }

  private static void params(ObjectNode tree, ChannelParams params) {
    ArrayNode participants = tree.putArray("participants");
    for (Participant participant : params.participants()) {
      participants.addObject()
          .put("participantId", participant.participantId())
          .put("signingAddress", participant.signingAddress())
          .put("destination", participant.destination());
    }
    allocations(tree.putArray("allocations"), params.allocations());
    tree.put("appDefinition", params.appDefinition())
        .put("appData", params.appData())
        .put("challengeDuration", params.challengeDuration());
  }

  private static void allocations(ArrayNode array, List<Allocation> allocations) {
    for (Allocation allocation : allocations) {
      ArrayNode items = array.addObject().put("asset", allocation.asset()).putArray("allocationItems");
      allocation.items()
          .forEach(item -> items.addObject().put("destination", item.destination()).put("amount", hex(item.amount())));
    }
  }

  private static void funding(ObjectNode tree, Funding funding) {
    switch (funding) {
      case Funding.None _ -> tree.put("type", "None");
      case Funding.Direct _ -> tree.put("type", "Direct");
      case Funding.Ledger ledger -> tree.put("type", "Ledger").put("fundingLedgerJob", ledger.ledgerJob());
    }
  }

  /** Whole bytes, as the original's library spells amounts. */
  private static String hex(BigInteger amount) {
    String digits = amount.toString(16);
    return (digits.length() % 2 == 0 ? "0x" : "0x0") + digits;
  }
}
