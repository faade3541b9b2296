package simulations.wallet;

import io.gatling.javaapi.core.ChainBuilder;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import load.Allocation;
import load.ChannelParams;
import load.Funding;
import load.Participant;
import protocol.engine.Expression;

import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static protocol.wallet.WalletDsl.closeChannel;
import static protocol.wallet.WalletDsl.createChannel;
import static protocol.wallet.WalletDsl.updateChannel;

/** Unfunded channels before the run's zero: connections are made, code is compiled, databases are awake. */
final class WarmUp {

  private static final String NO_ADDRESS = "0x" + "0".repeat(40);
  private static final String JOB = "warm-up #{user} #{round}";
  private static final long CHALLENGE_SECONDS = 86_400;

  private final List<Participant> participants;

  WarmUp(List<Participant> participants) {
    this.participants = participants.subList(0, 2);
  }

  /** Opens, updates and closes channels, until shortly before the run's zero. */
  ChainBuilder channels(Duration lead) {
    String creator = participants.getFirst().participantId();
    ChannelParams params = new ChannelParams(participants, List.of(allocation()), NO_ADDRESS, "0x", CHALLENGE_SECONDS);
    ChainBuilder channel = exec(
        createChannel(JOB, creator, Expression.constant(params), Expression.constant(new Funding.None())).unmeasured(),
        updateChannel(JOB, creator, Expression.constant(List.of()), "0x01").unmeasured(),
        closeChannel(JOB, creator).unmeasured());
    return exec(session -> session.set("user", session.userId())).during(lead.minusSeconds(2), "round").on(channel);
  }

  private Allocation allocation() {
    return new Allocation(NO_ADDRESS,
        participants.stream().map(side -> new Allocation.Item(side.destination(), BigInteger.TEN)).toList());
  }
}
