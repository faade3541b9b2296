package protocol.rpc.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Event;
import history.History;
import history.Operation;
import history.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Steps of rising rate, and the knee: the last step at which the asked rate was reached, with an error in a hundred at most, and the 99th
 * percentile of the latency within a limit. Behind two steps in a row that were too much, the others are left out. Safe from any thread.
 */
public final class Sweep {

  private static final int ENOUGH = 2;

  private final List<Step> steps;
  private final Duration length;
  private final Duration limit;
  private final Map<String, StepFigures> live;
  private final Map<Step, Boolean> decided = new HashMap<>();

  /**
   * A step.
   *
   * @param name its group in reports, {@code step 01}
   * @param rate requests per second
   */
  public record Step(String name, double rate) {}

  private Sweep(List<Step> steps, Duration length, Duration limit) {
    this.steps = List.copyOf(steps);
    this.length = length;
    this.limit = limit;
    this.live = figures();
  }

  /**
   * A sweep whose steps each ask for the same multiple of the one before.
   *
   * @param first requests per second of the first step
   * @param last requests per second of the last step
   * @param count how many steps, 1 or more
   * @param length of each step
   */
  public static Sweep between(double first, double last, int count, Duration length) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double rate = count == 1 ? first : first * Math.pow(last / first, i / (count - 1.0));
      steps.add(new Step(String.format(Locale.ROOT, "step %02d", i + 1), Math.round(rate * 10) / 10.0));
    }
    return new Sweep(steps, length, Duration.ofMillis(100));
  }

  /** The same with another limit of the 99th percentile, which is 100 ms else. */
  public Sweep within(Duration other) {
    return new Sweep(steps, length, other);
  }

  /** In the order of their rates. */
  public List<Step> steps() {
    return steps;
  }

  /** How long each step is. */
  public Duration length() {
    return length;
  }

  /** Whether there is anything to learn from a step, given those before it, which are over. */
  public synchronized boolean goesOn(Step step) {
    return decided.computeIfAbsent(step, this::decide); // once, since everyone asks who arrives
  }

  private boolean decide(Step step) {
    List<Step> before = steps.subList(0, steps.indexOf(step));
    return before.size() < ENOUGH || before.subList(before.size() - ENOUGH, before.size())
        .stream()
        .map(one -> figures(live, one))
        .anyMatch(one -> one.isThere() && one.failure().isEmpty());
  }

  synchronized void took(String group, Told told) {
    StepFigures figures = live.get(group);
    if (figures != null) {
      figures.took(told.started(), told.ended(), told.outcome() == Outcome.OK);
    }
  }

  /** What is planned, for the history. */
  public ObjectNode plan() {
    ObjectNode plan = JsonNodeFactory.instance.objectNode()
        .put("seconds", length.toMillis() / 1000.0)
        .put("limitMs", limit.toMillis());
    ArrayNode each = plan.putArray("steps");
    steps.forEach(step -> each.addObject().put("name", step.name()).put("rate", step.rate()));
    return plan;
  }

  /** A table of the steps of a run, and where the knee is; a line each. */
  public List<String> remarks(History history) {
    Map<String, StepFigures> figures = figures();
    try (Stream<Event> events = history.everything()) {
      events.forEach(event -> {
        if (event instanceof Operation done && figures.containsKey(done.kind())) {
          figures.get(done.kind()).took(done.invocation().started(), done.ended(), done.ok());
        }
      });
    }
    List<String> lines = new ArrayList<>(List.of(StepFigures.head()));
    steps.stream()
        .map(step -> figures(figures, step))
        .filter(StepFigures::isThere)
        .forEach(one -> lines.add(one.row()));
    lines.add(knee(figures));
    return lines;
  }

  private String knee(Map<String, StepFigures> figures) {
    List<Step> asked = steps.stream().filter(step -> figures(figures, step).isThere()).toList();
    List<Step> good = asked.stream().filter(step -> figures(figures, step).failure().isEmpty()).toList();
    String limits = "the rate reached, p99 within " + limit.toMillis() + " ms, an error in a hundred at most";
    if (good.isEmpty()) {
      return "no knee: no step was good (" + limits + "); begin lower with -Dfrom=";
    }
    Step last = good.getLast();
    String knee = String.format(Locale.ROOT, "%.1f requests per second (%s)", last.rate(), last.name());
    if (last.equals(steps.getLast())) {
      return "no knee up to " + knee + ": every step was good or followed by one (" + limits
          + "); end higher with -Dto=";
    }
    Step next = steps.get(steps.indexOf(last) + 1);
    int left = steps.size() - asked.size();
    return "the knee is at " + knee + ": the last step with " + limits + "; " + next.name() + " was too much: "
        + figures(figures, next).failure() + (left == 0 ? "" : "; left out behind it: " + left);
  }

  private Map<String, StepFigures> figures() {
    Map<String, StepFigures> figures = new LinkedHashMap<>();
    steps.forEach(step -> figures.put(step.name(), new StepFigures(step, length, limit)));
    return figures;
  }

  private static StepFigures figures(Map<String, StepFigures> figures, Step step) {
    StepFigures found = figures.get(step.name());
    if (found == null) {
      throw new IllegalArgumentException("'" + step.name() + "' is no step of this sweep");
    }
    return found;
  }
}
