package invariant.rollup;

import history.Note;
import history.Operation;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** An endpoint that has shown a head never shows an older one to who asks later. */
final class TheHeadNeverGoesBack implements Invariant {

  @Override
  public String title() {
    return "the head never goes back";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Heads();
  }

  private static final class Heads implements Examination {

    private final Findings findings = new Findings("older head");
    private final Map<String, TreeMap<Long, Long>> endpoints = new HashMap<>();
    /** What all endpoints had before the run. */
    private long floor = -1;

    @Override
    public void see(Note note) {
      if (note.name().equals("sample")) {
        floor = Math.max(floor, note.value().path("head").asLong(-1));
      }
    }

    @Override
    public void see(Operation operation) {
      if (operation.ok() && operation.answered().hasNonNull("head")) {
        String endpoint = operation.answered().path("endpoint").asText();
        long head = operation.answered().path("head").asLong();
        TreeMap<Long, Long> shown = endpoints.computeIfAbsent(endpoint, _ -> new TreeMap<>());
        compare(endpoint, head, highest(shown, operation.invocation().started()));
        keep(shown, operation.ended(), head);
      }
    }

    /** The highest head that was shown before a moment: what is asked at the same time has no order. */
    private long highest(TreeMap<Long, Long> shown, long before) {
      Map.Entry<Long, Long> last = shown.lowerEntry(before);
      return last == null ? floor : Math.max(floor, last.getValue());
    }

    private void compare(String endpoint, long head, long highest) {
      if (highest >= 0) {
        findings.checked();
      }
      if (head < highest) {
        findings.broken(0, () -> endpoint + " shows block " + head + " as its head after block " + highest);
      }
    }

    /** When each head was first known, and nothing else: they are few, however many have asked. */
    private static void keep(TreeMap<Long, Long> shown, long ended, long head) {
      Map.Entry<Long, Long> known = shown.floorEntry(ended);
      if (known == null || known.getValue() < head) {
        shown.put(ended, head);
        Map.Entry<Long, Long> next = shown.higherEntry(ended);
        while (next != null && next.getValue() <= head) {
          shown.remove(next.getKey());
          next = shown.higherEntry(ended);
        }
      }
    }

    @Override
    public Verdict verdict() {
      return findings.verdict(Findings.count(findings.looks(), "head") + " of "
          + Findings.count(endpoints.size(), "endpoint") + ", none older than one before");
    }
  }
}
