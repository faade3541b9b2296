package rig.wallet;

import contract.ChainEvent;
import contract.NitroV2;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Funding;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Turn;

/**
 * Settles a channel without its peers: a challenge, an answer to one, and the payout when nobody has answered in time.
 *
 * <p>The chain accepts states that all have signed, so the last of these is what a wallet can show.
 */
final class Disputes {

  /** A block from after the deadline must have been made before the payout. */
  private static final Duration NEXT_BLOCK = Duration.ofSeconds(2);

  private final Books books;
  private final ChainLink chain;
  private final Transactions transactions;

  Disputes(Books books, ChainLink chain, Transactions transactions) {
    this.books = books;
    this.chain = chain;
    this.transactions = transactions;
  }

  /** Registers the last state that all have signed on chain. */
  void challenge(Channel channel) throws Refusal {
    Turn turn = channel.unanimous().orElseThrow(() -> wrongStatus(channel));
    if (!(channel.terms().funding() instanceof Funding.Direct)) {
      throw new Refusal(Refusal.Reason.INVALID, "only a channel with money on chain can be challenged");
    }
    if (channel.isFinalized() || channel.has(Mark.SETTLED)) {
      throw wrongStatus(channel);
    }
    String signature = "0x"
        + HexFormat.of().formatHex(books.participation().account().sign(NitroV2.challengeHash(turn.hashBytes())));
    books.later(() -> transactions.once(channel.terms().channelId(), "challenge with turn " + turn.number(),
        () -> chain.client().challenge(turn.onChain(channel.terms()), signature)));
  }

  private static Refusal wrongStatus(Channel channel) {
    return new Refusal(Refusal.Reason.WRONG_STATUS, "the channel is " + channel.status().wireName());
  }

  /** A challenge has begun: answered when we hold a later state. */
  void registered(ChainEvent.ChallengeRegistered challenge) {
    books.changeLater(challenge.channelId(), channel -> {
      answer(channel, challenge.turnNum());
      return channel.with(Mark.CHALLENGED);
    });
  }

  private void answer(Channel channel, long challenged) {
    channel.unanimous()
        .filter(turn -> turn.number() > challenged)
        .ifPresent(later -> books.later(() -> transactions.once(channel.terms().channelId(),
            "checkpoint at turn " + later.number(), () -> chain.client().checkpoint(later.onChain(channel.terms())))));
  }

  /** A challenge was answered. */
  void cleared(ChainEvent.ChallengeCleared cleared) {
    books.changeLater(cleared.channelId(), channel -> channel.without(Mark.CHALLENGED));
  }

  /**
   * Looks whether a challenge runs, and answers it, or has run out, and pays out then.
   *
   * @return whether one has run out: the chain concludes no more then, whatever the participants have signed since
   */
  boolean recheck(Channel channel) throws IOException {
    String id = channel.terms().channelId();
    var status = chain.client().status(id);
    boolean challenged = status.finalizesAt() > 0;
    boolean over = challenged && Instant.now().isAfter(Instant.ofEpochSecond(status.finalizesAt()).plus(NEXT_BLOCK));
    if (challenged && !channel.isFinalized()) {
      books.changeLater(id, open -> open.with(Mark.CHALLENGED));
    }
    if (over) {
      turn(channel, status.turnNumRecord()).ifPresent(turn -> transactions.once(id, "payout",
          () -> chain.client().transferAllAssets(id, turn.state().outcome(), turn.hashBytes())));
    } else if (challenged && !channel.isFinalized()) {
      answer(channel, status.turnNumRecord());
    }
    return over;
  }

  private Optional<Turn> turn(Channel channel, long number) {
    return books.channels()
        .states(channel.terms().channelId())
        .stream()
        .filter(turn -> turn.number() == number)
        .findFirst();
  }
}
