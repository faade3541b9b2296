package rig.wallet;

import contract.Exit;
import contract.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Money from nothing, for {@link Anomaly#MINTED_WEI}. */
final class Minting {

  private Minting() {}

  /** The outcome with one wei more for the first share. */
  static List<Exit> oneMore(List<Exit> outcome) {
    List<Exit> exits = new ArrayList<>(outcome);
    List<Share> shares = new ArrayList<>(exits.getFirst().shares());
    Share first = shares.getFirst();
    shares.set(0, new Share(first.destination(), first.amount().add(BigInteger.ONE)));
    exits.set(0, new Exit(exits.getFirst().asset(), List.copyOf(shares)));
    return List.copyOf(exits);
  }
}
