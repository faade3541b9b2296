package load.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import load.Funding;
import load.generator.Arrivals.Arrival;
import load.generator.Arrivals.Window;

/** When everything is created and how it is funded: the part of a load that is kept in memory. */
record Plan(List<Ledger> ledgers, List<Channel> channels) {

  /**
   * A ledger channel.
   *
   * @param roles the indexes of the two roles that take part, in their order
   * @param creator which of the two creates it: 0 or 1
   */
  record Ledger(String job, long created, List<Integer> roles, int creator) {}

  /**
   * Where a channel's money comes from, and between whom it therefore is.
   *
   * @param roles the indexes of the roles that take part, in their order: all, or the two of its ledger
   */
  record Source(Funding funding, List<Integer> roles) {}

  /**
   * An application channel.
   *
   * @param closes whether it is closed
   * @param departure when, if that is fixed
   */
  record Channel(int index, long created, Source source, boolean closes, OptionalLong departure) {}

  /** The parts of a load that have random numbers of their own; the channels' parts follow. */
  private static final int LEDGERS = 0;
  private static final int ARRIVALS = 1;
  private static final int FUNDING = 2;
  private static final int CLOSES = 3;
  static final int FIRST_CHANNEL = 4;

  static Plan of(GeneratorOptions options) {
    List<Ledger> ledgers = ledgers(options);
    long delay = options.ledgers().delay().toMillis();
    long ready = ledgers.isEmpty() ? 0 : ledgers.getFirst().created() + delay;
    Volume.Creates creates = options.volume()
        .creates(options.funding().isLedgerOnly() ? ready : 0, options.updates().longest());
    Draw.require(ready <= creates.until(),
        "no channel can use a ledger channel: the first is ready at " + ready
            + " ms, and the last channel is created at " + creates.until()
            + " ms; give a shorter ledger delay or more time");
    return new Plan(ledgers, channels(options, ledgers, arrivals(options, creates), creates.from()));
  }

  private static List<Arrival> arrivals(GeneratorOptions options, Volume.Creates creates) {
    Volume volume = options.volume();
    int wanted = volume.channels(creates);
    Draw.require(wanted >= 1, "no channel is created at that rate in " + creates.length()
        + " ms: give a higher create rate, or a longer duration");
    long stay = volume.stay() + options.updates().longest();
    var window = new Window(wanted, creates.length(), stay, creates.end() - creates.from());
    List<Arrival> arrivals = options.arrivals()
        .over(window, Draw.stream(options.seed(), ARRIVALS))
        .stream()
        .sorted(Comparator.comparingLong(Arrival::offset))
        .toList();
    Draw.require(!arrivals.isEmpty(), "no channel came by chance: give another seed, or a higher create rate");
    return arrivals;
  }

  private static List<Ledger> ledgers(GeneratorOptions options) {
    if (!options.funding().hasLedger()) {
      return List.of();
    }
    Random random = Draw.stream(options.seed(), LEDGERS);
    long latest = options.ledgers().createdBy(options.volume());
    int roles = options.roles().list().size();
    long[] created = LongStream.generate(() -> Draw.between(0, latest, random))
        .limit(options.ledgers().count())
        .sorted()
        .toArray();
    return IntStream.range(0, created.length)
        .mapToObj(i -> ledger(i, created[i], random.nextInt(roles), roles))
        .toList();
  }

  /** A ledger of its creator with another role; with each ledger one further on, so that all pairs have their turn. */
  private static Ledger ledger(int index, long created, int creator, int roles) {
    int peer = (creator + 1 + index % (roles - 1)) % roles;
    List<Integer> both = creator < peer ? List.of(creator, peer) : List.of(peer, creator);
    return new Ledger("ledger-" + (index + 1), created, both, both.indexOf(creator));
  }

  private static List<Channel> channels(GeneratorOptions options, List<Ledger> ledgers, List<Arrival> arrivals,
      long from) {
    long delay = options.ledgers().delay().toMillis();
    Random random = Draw.stream(options.seed(), FUNDING);
    List<Integer> all = IntStream.range(0, options.roles().list().size()).boxed().toList();
    var none = new Source(new Funding.None(), all);
    var direct = new Source(new Funding.Direct(), all);
    List<Source> lent = ledgers.stream()
        .map(ledger -> new Source(new Funding.Ledger(ledger.job()), ledger.roles()))
        .toList();
    boolean[] closed = closed(options, arrivals);
    List<Channel> channels = new ArrayList<>(arrivals.size());
    int ready = 0;
    for (Arrival arrival : arrivals) {
      int index = channels.size();
      long created = from + arrival.offset();
      while (ready < ledgers.size() && ledgers.get(ready).created() + delay <= created) {
        ready++;
      }
      Source source = switch (options.funding().draw(ready > 0, random)) {
        case NONE -> none;
        case DIRECT -> direct;
        case LEDGER -> lent.get(random.nextInt(ready));
      };
      OptionalLong departure = arrival.departure().isEmpty() ? OptionalLong.empty()
          : OptionalLong.of(from + arrival.departure().getAsLong());
      channels.add(new Channel(index, created, source, closed[index], departure));
    }
    return channels;
  }

  /** Which channels are closed: those that depart, and so many of the others, each of them once. */
  private static boolean[] closed(GeneratorOptions options, List<Arrival> arrivals) {
    boolean[] closed = new boolean[arrivals.size()];
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < closed.length; i++) {
      closed[i] = arrivals.get(i).departure().isPresent();
      if (!closed[i]) {
        others.add(i);
      }
    }
    Collections.shuffle(others, Draw.stream(options.seed(), CLOSES));
    others.stream().limit(options.volume().closes(others.size())).forEach(i -> closed[i] = true);
    return closed;
  }
}
