package simulations.wallet;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import load.Allocation;
import load.ChannelParams;
import load.Funding;
import load.Participant;
import protocol.engine.Expression;
import protocol.wallet.WalletVerb;
import simulations.Pace;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonFile;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static protocol.wallet.WalletDsl.closeChannel;
import static protocol.wallet.WalletDsl.createChannel;
import static protocol.wallet.WalletDsl.createLedgerChannel;
import static protocol.wallet.WalletDsl.updateChannel;

/**
 * What wallets' users do: each method a sentence of a scenario.
 *
 * <p>Each user draws for itself, from the run's seed and its own number: the same seed draws the same, whoever comes first.
 */
final class WalletJourneys {

  private static final String COIN = "0x" + "0".repeat(40);
  private static final long CHALLENGE_SECONDS = 86_400;
  private static final long LEDGER_SHARE = 1_000_000_000;

  private final List<Map<String, Object>> pairs = csv("feeders/wallet/participants.csv").readRecords();
  private final List<Map<String, Object>> shares = jsonFile("feeders/wallet/allocations.json").readRecords();
  private final List<Map<String, Object>> amounts = csv("feeders/wallet/amounts.csv").readRecords();
  private final long seed;
  private final int ledgers;
  private final boolean onChain;

  /**
   * Journeys of one simulation.
   *
   * @param ledgers how many ledger channels lend
   * @param onChain whether channels can be funded on chain; else those that should be are unfunded
   */
  WalletJourneys(long seed, int ledgers, boolean onChain) {
    this.seed = seed;
    this.ledgers = ledgers;
    this.onChain = onChain;
  }

  /** Everyone who takes part. */
  Collection<Participant> participants() {
    return pairs.stream().map(pair -> participant(pair, "creator")).toList();
  }

  /** What is asked for, and how often, when the ledger channels come and go and so many channels have so many payments each. */
  Map<String, Long> scheduled(long channels, long payments) {
    return Map.of("create ledger channel", (long) ledgers, "create channel", channels, "update channel",
        channels * payments, "close channel", channels + ledgers);
  }

  /** Opens a ledger channel between the first two. */
  ChainBuilder opensALedger() {
    Map<String, Object> pair = pairs.getFirst();
    ChannelParams params = params(pair, BigInteger.valueOf(LEDGER_SHARE), BigInteger.valueOf(LEDGER_SHARE));
    return feed(eachLedger())
        .exec(createLedgerChannel("#{ledger}", (String) pair.get("creator"), Expression.constant(params)));
  }

  /** Closes a ledger channel, when what it lent is back. */
  ChainBuilder closesALedger() {
    return feed(eachLedger()).exec(closeChannel("#{ledger}", (String) pairs.getFirst().get("creator")));
  }

  /** Draws who opens a channel with whom, with what, and how it is funded; weights in percent. */
  @SafeVarargs
  final ChainBuilder meets(Map.Entry<String, Integer>... weights) {
    List<String> hat = Stream.of(weights)
        .flatMap(weight -> Stream.generate(weight::getKey).limit(weight.getValue()))
        .toList();
    return exec(session -> session.set("job", "channel " + session.userId())
        .setAll(draw(hat, new SplittableRandom(seed + session.userId()))));
  }

  private Map<String, Object> draw(List<String> hat, RandomGenerator dice) {
    Map<String, Object> share = any(shares, dice);
    return Map.of("dice", dice, "pair", any(pairs, dice), "creatorShare", number(share.get("creatorShare")),
        "peerShare", number(share.get("peerShare")), "funding", any(hat, dice), "ledger",
        "ledger " + dice.nextInt(ledgers));
  }

  /** Opens the channel. */
  ChainBuilder opens() {
    return exec(open());
  }

  /** Opens the channel at the moment at which a {@link Pace} wants it. */
  ChainBuilder opensWhenDue() {
    return exec(open().due(Pace.DUE));
  }

  private WalletVerb open() {
    return createChannel("#{job}", "#{pair.creator}",
        session -> params(pair(session), session.get("creatorShare"), session.get("peerShare")), this::funding);
  }

  /** Pays so many times, the creator first, then in turns. */
  ChainBuilder pays(int times) {
    return repeat(times, "payment").on(exec(this::pay),
        exec(updateChannel("#{job}", "#{payer}",
            session -> List.of(allocation(pair(session), session.get("creatorShare"), session.get("peerShare"))),
            "0x0#{payment}")));
  }

  /** Closes the channel. */
  ChainBuilder closes() {
    return exec(closeChannel("#{job}", "#{pair.creator}"));
  }

  private Session pay(Session session) {
    boolean creatorPays = session.getInt("payment") % 2 == 0;
    BigInteger has = session.get(creatorPays ? "creatorShare" : "peerShare");
    BigInteger amount = number(any(amounts, session.get("dice")).get("amount")).min(has);
    BigInteger signed = creatorPays ? amount : amount.negate();
    BigInteger creatorShare = session.get("creatorShare");
    BigInteger peerShare = session.get("peerShare");
    return session.set("payer", pair(session).get(creatorPays ? "creator" : "peer"))
        .set("creatorShare", creatorShare.subtract(signed))
        .set("peerShare", peerShare.add(signed));
  }

  private Funding funding(Session session) {
    return switch (session.getString("funding")) {
      case "ledger" -> new Funding.Ledger(session.getString("ledger"));
      case "direct" -> onChain ? new Funding.Direct() : new Funding.None();
      case String _ -> new Funding.None();
    };
  }

  private Iterator<Map<String, Object>> eachLedger() {
    return IntStream.range(0, ledgers).mapToObj(i -> Map.<String, Object>of("ledger", "ledger " + i)).iterator();
  }

  private static Map<String, Object> pair(Session session) {
    return session.get("pair");
  }

  private static ChannelParams params(Map<String, Object> pair, BigInteger creatorShare, BigInteger peerShare) {
    return new ChannelParams(List.of(participant(pair, "creator"), participant(pair, "peer")),
        List.of(allocation(pair, creatorShare, peerShare)), COIN, "0x", CHALLENGE_SECONDS);
  }

  private static Allocation allocation(Map<String, Object> pair, BigInteger creatorShare, BigInteger peerShare) {
    return new Allocation(COIN, List.of(new Allocation.Item((String) pair.get("creatorDestination"), creatorShare),
        new Allocation.Item((String) pair.get("peerDestination"), peerShare)));
  }

  private static Participant participant(Map<String, Object> pair, String side) {
    return new Participant((String) pair.get(side), (String) pair.get(side + "Address"),
        (String) pair.get(side + "Destination"));
  }

  private static <T> T any(List<T> choices, RandomGenerator dice) {
    return choices.get(dice.nextInt(choices.size()));
  }

  private static BigInteger number(Object text) {
    return new BigInteger(text.toString());
  }
}
