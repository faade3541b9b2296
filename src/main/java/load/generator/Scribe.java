package load.generator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import load.Allocation;
import load.ChannelParams;
import load.Instruction;
import load.Instruction.CloseChannel;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import load.Instruction.UpdateChannel;
import load.Participant;

/** Writes out what happens in each planned channel. */
final class Scribe {

  private static final String ZERO_ADDRESS = "0x" + "0".repeat(40);
  private static final long CHALLENGE_SECONDS = 86_400;
  /** An update pays at most this part of what its mover has. */
  private static final int LARGEST_PART = 4;

  private final GeneratorOptions options;
  private final List<Participant> all;

  Scribe(GeneratorOptions options) {
    this.options = options;
    this.all = options.roles().participants();
  }

  /** A ledger channel is created, and that is all. */
  List<Instruction> ledger(Plan.Ledger ledger) {
    List<Participant> participants = participants(ledger.roles(), ledger.creator());
    long[] shares = new long[participants.size()];
    Arrays.fill(shares, options.ledgers().amount());
    return List.of(new CreateLedgerChannel(ledger.job(), participants.getFirst().participantId(), ledger.created(),
        params(participants, shares)));
  }

  /** A channel is created, moved by its participants in turn, and perhaps closed by its creator. */
  List<Instruction> channel(Plan.Channel channel) {
    Random random = Draw.stream(options.seed(), Plan.FIRST_CHANNEL + channel.index());
    List<Integer> roles = channel.source().roles();
    List<Participant> participants = participants(roles, random.nextInt(roles.size()));
    String job = "channel-" + (channel.index() + 1);
    String creator = participants.getFirst().participantId();
    long[] shares = IntStream.range(0, participants.size()).mapToLong(_ -> options.amounts().draw(random)).toArray();
    List<Instruction> steps = new ArrayList<>(2 + options.updates().perChannel());
    steps.add(
        new CreateChannel(job, creator, channel.created(), params(participants, shares), channel.source().funding()));
    long time = channel.created();
    for (int turn = 0; turn < options.updates().perChannel(); turn++) {
      time += Draw.between(0, options.updates().within().toMillis(), random);
      int mover = turn % shares.length;
      pay(shares, mover, random);
      steps.add(new UpdateChannel(job, participants.get(mover).participantId(), time, outcome(participants, shares),
          appData(turn + 1)));
    }
    if (channel.closes()) {
      long drawn = options.volume().close(channel.created(), time, random);
      steps.add(new CloseChannel(job, creator, channel.departure().orElse(drawn)));
    }
    return steps;
  }

  /** The mover gives a part of its share to the next one: the sum stays. */
  private static void pay(long[] shares, int mover, Random random) {
    long amount = Math.min(shares[mover], 1 + Draw.between(0, shares[mover] / LARGEST_PART, random));
    shares[mover] -= amount;
    shares[(mover + 1) % shares.length] += amount;
  }

  private static ChannelParams params(List<Participant> participants, long[] shares) {
    return new ChannelParams(participants, outcome(participants, shares), ZERO_ADDRESS, appData(0), CHALLENGE_SECONDS);
  }

  private static List<Allocation> outcome(List<Participant> participants, long[] shares) {
    return List.of(new Allocation(ZERO_ADDRESS,
        IntStream.range(0, shares.length)
            .mapToObj(i -> new Allocation.Item(participants.get(i).destination(), BigInteger.valueOf(shares[i])))
            .toList()));
  }

  /** A counter of 32 bytes. */
  private static String appData(int turn) {
    return "0x%064x".formatted(turn);
  }

  /** Those who take part, the creator first. */
  private List<Participant> participants(List<Integer> roles, int creator) {
    List<Participant> participants = new ArrayList<>(roles.stream().map(all::get).toList());
    Collections.rotate(participants, -creator);
    return List.copyOf(participants);
  }
}
