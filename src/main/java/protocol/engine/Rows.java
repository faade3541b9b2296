package protocol.engine;

import history.Outcome;
import history.Phase;
import io.gatling.commons.stats.Status;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.session.Session;
import java.util.ArrayList;
import java.util.List;
import scala.Option;

/** The rows that one turn writes into Gatling's report, and what they leave in the session. */
final class Rows {

  private static final Status OK = Status.apply("OK");
  private static final Status KO = Status.apply("KO");

  private final Place place;
  private final Session session;
  private final List<Interval> intervals = new ArrayList<>(1);
  private boolean failed;

  /** A request, with times in nanoseconds since the run's zero. */
  record Row(String name, long started, long ended, Outcome outcome) {}

  /** Milliseconds since the epoch, which is what Gatling counts in. */
  private record Interval(long start, long end) {}

  Rows(Place place, Session session) {
    this.place = place;
    this.session = session;
  }

  Session session() {
    return session;
  }

  void request(Row row) {
    intervals.add(log(session.groups(), row));
    failed |= !(row.outcome() instanceof Outcome.Ok);
  }

  void group(String name, List<Phase> phases, Outcome outcome) {
    int last = phases.size() - 1;
    List<Part> parts = new ArrayList<>(phases.size());
    for (Phase phase : phases.subList(0, last)) {
      parts.add(new Part(phase, Outcome.OK));
    }
    parts.add(new Part(phases.get(last), outcome));
    parts(name, parts, outcome);
  }

  void parts(String name, List<Part> parts, Outcome outcome) {
    scala.collection.immutable.List<String> groups = within(name);
    for (Part part : parts) {
      log(groups, row(part.phase(), part.outcome()));
    }
    Interval whole = interval(parts.getFirst().phase().started(), parts.getLast().phase().ended());
    // Gatling's assertions on groups look at the cumulated time, its charts at the duration: here they are the same.
    int duration = (int) (whole.end() - whole.start());
    GroupBlock block = new GroupBlock(groups, whole.start(), duration, status(outcome));
    place.core().statsEngine().logGroupEnd(session.scenario(), block, whole.end());
    intervals.add(whole);
    failed |= !(outcome instanceof Outcome.Ok);
  }

  /** Nothing was sent: an entry in the table of errors, and no request, as Gatling's own protocols have it. */
  void crash(String problem) {
    place.core()
        .statsEngine()
        .logRequestCrash(session.scenario(), session.groups(), Wording.name(place.name()), Wording.message(problem));
  }

  /** The given session with this turn's times added to the enclosing groups, and failed when a row was. */
  Session settle(Session leaving) {
    Session settled = leaving;
    for (Interval interval : intervals) {
      settled = settled.logGroupRequestTimings(interval.start(), interval.end());
    }
    return failed ? settled.markAsFailed() : settled;
  }

  private static Row row(Phase phase, Outcome outcome) {
    return new Row(phase.name(), phase.started(), phase.ended(), outcome);
  }

  private Interval log(scala.collection.immutable.List<String> groups, Row row) {
    Interval interval = interval(row.started(), row.ended());
    place.core()
        .statsEngine()
        .logResponse(session.scenario(), groups, Wording.name(row.name()), interval.start(), interval.end(),
            status(row.outcome()), code(row.outcome()), message(row.outcome()));
    return interval;
  }

  private Interval interval(long started, long ended) {
    return new Interval(epochMillis(started), epochMillis(ended));
  }

  private long epochMillis(long nanos) {
    return place.engine().clock().epochMillis(nanos);
  }

  @SuppressWarnings("unchecked") // appended() widens its type: a list of strings and a string
  private scala.collection.immutable.List<String> within(String name) {
    return (scala.collection.immutable.List<String>) session.groups().appended(Wording.name(name));
  }

  private static Status status(Outcome outcome) {
    return outcome instanceof Outcome.Ok ? OK : KO;
  }

  private static Option<String> code(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok ok -> Option.empty();
      case Outcome.Refused refused -> Option.apply(refused.code());
      case Outcome.Unknown unknown -> Option.apply(unknown.code());
    };
  }

  private static Option<String> message(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok ok -> Option.empty();
      case Outcome.Refused(String code, String message) -> Option.apply(Wording.message(code + ": " + message));
      case Outcome.Unknown(String code, String message) -> Option.apply(Wording.message(code + ": " + message));
    };
  }
}
