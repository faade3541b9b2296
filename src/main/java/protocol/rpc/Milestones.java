package protocol.rpc;

import history.Phase;
import history.RunClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import protocol.rpc.chain.Goal.Finality;

/** The moments of one transaction, and the phases that they bound. Written by one thread after the other. */
final class Milestones {

  static final String QUEUED = "queued";
  static final String SIGNED = "signed";
  static final String ACCEPTED = "accepted";
  static final String SEEN = "seen";
  static final String PRECONFIRMED = "preconfirmed";
  static final String INCLUDED = "included";
  static final String CONFIRMED = "confirmed";
  static final String SAFE = "safe";
  static final String FINALIZED = "finalized";

  private static final long NEVER = Long.MIN_VALUE;

  private final RunClock clock;
  private final long began;
  private final Map<String, Long> reached = new LinkedHashMap<>();
  private volatile long signing = NEVER;
  private volatile long signed = NEVER;
  private volatile long sent = NEVER;
  private volatile long sentNanos;

  /** Of a transaction that began so many nanoseconds after zero. */
  Milestones(RunClock clock, long began) {
    this.clock = clock;
    this.began = began;
  }

  void signing(long time) {
    signing = clock.at(time);
  }

  void sending(long signedTime, long time) {
    signed = clock.at(signedTime);
    sentNanos = time;
    sent = clock.at(time);
  }

  /** {@link System#nanoTime} when it was sent. */
  long sent() {
    return sentNanos;
  }

  /** When it would have been sent had nothing been late here: as planned, and by so much later as it waited for its nonce. */
  long released(long planned) {
    return signing == NEVER ? planned : planned + Math.max(0, signing - began);
  }

  void reached(String milestone, long time) {
    reached.putIfAbsent(milestone, clock.at(time));
  }

  /** Its block has left the chain. */
  void forgetInclusion() {
    reached.keySet().removeAll(List.of(INCLUDED, CONFIRMED, SAFE, FINALIZED));
  }

  /** What it has not reached. */
  String next(RpcTransaction.Aim aim) {
    if (sent == NEVER) {
      return signing == NEVER ? QUEUED : SIGNED;
    }
    List<String> way = new ArrayList<>(aim.accepted() ? List.of(ACCEPTED) : List.of(ACCEPTED, INCLUDED));
    if (!aim.accepted() && aim.goal().depth() > 1) {
      way.add(CONFIRMED);
    }
    if (!aim.accepted() && aim.goal().finality() != Finality.NONE) {
      way.add(aim.goal().finality() == Finality.SAFE ? SAFE : FINALIZED);
    }
    return way.stream().filter(milestone -> !reached.containsKey(milestone)).findFirst().orElse(way.getLast());
  }

  /**
   * What lies between them, in the order in which it ended.
   *
   * @param last where it ended; until now when it was not reached
   */
  List<Phase> phases(String last, long now) {
    List<Phase> phases = new ArrayList<>();
    phases.add(new Phase(QUEUED, began, signing == NEVER ? now : signing));
    if (signing != NEVER) {
      phases.add(new Phase(SIGNED, signing, signed == NEVER ? now : signed));
    }
    if (sent != NEVER) {
      // Headers come over another connection: by the clock they may seem to be older than what they answer.
      reached.forEach((milestone, time) -> phases.add(new Phase(milestone, sent, Math.max(sent, time))));
      if (!reached.containsKey(last)) {
        phases.add(new Phase(last, sent, now));
      }
    }
    phases.sort(Comparator.comparing((Phase phase) -> phase.name().equals(last)).thenComparingLong(Phase::ended));
    return phases;
  }
}
