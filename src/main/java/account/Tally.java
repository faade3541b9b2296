package account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts a lane's transactions by what became of them, and keeps the news until they are told. Not thread-safe. */
final class Tally {

  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);
  private List<Ending> news = new ArrayList<>();

  Tally() {
    for (Fate fate : Fate.values()) {
      counts.put(fate, 0L);
    }
  }

  void began() {
    counts.merge(Fate.WAITING, 1L, Long::sum);
  }

  void moved(Attempt attempt, Fate from, Fate to) {
    counts.merge(from, -1L, Long::sum);
    counts.merge(to, 1L, Long::sum);
    news.add(new Ending(attempt.transaction, to));
  }

  Map<Fate, Long> counts() {
    return new EnumMap<>(counts);
  }

  /** What has changed since this was last asked. */
  List<Ending> news() {
    if (news.isEmpty()) {
      return List.of();
    }
    List<Ending> told = news;
    news = new ArrayList<>();
    return told;
  }
}
