package rig.wallet;

import contract.Exit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;
import rig.wallet.wire.CreateBody;
import rig.wallet.wire.UpdateBody;

/** What the owner of a wallet can ask of it. */
final class Owner {

  /** Nonces stay below what all languages read as an exact JSON number. */
  private static final long NONCES = 1L << 53;

  private final Books books;
  private final Post post;
  private final Money money;

  Owner(Books books, Post post, Money money) {
    this.books = books;
    this.post = post;
    this.money = money;
  }

  /** Opens a channel with a nonce that nobody has used. */
  Channel create(CreateBody body) throws Refusal {
    Terms terms = body.terms(ThreadLocalRandom.current().nextLong(NONCES));
    List<Exit> outcome = body.outcome();
    Channel proposed = books.participation().propose(terms, outcome, body.data());
    post.requireKnown(terms, proposed.me());
    money.requireFundable(terms, outcome);
    return books.channels().change(terms.channelId(), _ -> books.participation().advance(proposed));
  }

  /** Agrees to a channel that a peer has proposed; changes nothing when that was done. */
  Channel join(String channelId) throws Refusal {
    return books.change(channelId, channel -> channel.with(Mark.JOINED));
  }

  /** Moves a channel to its next turn. */
  Channel update(String channelId, UpdateBody body) throws Refusal {
    return books.change(channelId, channel -> {
      var before = channel.newest().state();
      List<Exit> outcome = body.outcome(before);
      return books.participation().update(channel, misdone(before.outcome(), outcome), body.data(before));
    });
  }

  /** What comes of an outcome that is asked for: nothing else, but for two planted anomalies. */
  private List<Exit> misdone(List<Exit> before, List<Exit> asked) {
    List<Exit> outcome = books.anomalies().contains(Anomaly.LOST_UPDATE) ? before : asked;
    return books.anomalies().contains(Anomaly.MINTED_WEI) ? Minting.oneMore(outcome) : outcome;
  }

  /** Asks for the end of a channel. */
  Channel close(String channelId) throws Refusal {
    return books.change(channelId, channel -> {
      money.requireUnawaited(channel);
      return books.participation().close(channel);
    });
  }

  /** Sends what we hold to the peers and asks for theirs. */
  Channel sync(String channelId) throws Refusal {
    Channel channel = books.channels().get(channelId);
    post.send(Letter.everything(channel, true));
    return channel;
  }

  /** Registers the last state that all have signed on chain. */
  Channel challenge(String channelId) throws Refusal {
    Channel channel = books.channels().get(channelId);
    money.challenge(channel);
    return channel;
  }
}
