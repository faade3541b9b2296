package simulations.wallet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lifecycle.Progress;
import lifecycle.Run;
import load.Funding;
import load.Instruction;
import load.Job;
import load.Schedule;
import protocol.engine.Engine;
import protocol.engine.Expression;
import protocol.engine.Timeline;
import protocol.wallet.WalletRequest;
import targets.Capability;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static protocol.wallet.WalletDsl.carryOut;

/** The jobs of a load file as virtual users: one user carries out one job. */
final class Replay {

  private static final String JOB = "job";
  private static final String INSTRUCTION = "instruction";
  /** Users are there before their time: they arrive anywhere in their second, and Gatling itself begins a moment after the lead does. */
  private static final Duration AHEAD = Duration.ofSeconds(3);

  private final Schedule schedule;
  private final Engine engine;
  private final Duration lead;

  /**
   * A replay.
   *
   * @param jobs in the order of their first instructions
   * @param lead how long before its first instruction's second a user is started; the run's zero is so long after the first second
   */
  Replay(List<Job> jobs, Engine engine, Duration lead) {
    this.schedule = new Schedule(jobs);
    this.engine = engine;
    this.lead = lead;
  }

  /** The same jobs with every instruction on its own: none waits for another of its job. */
  static List<Job> apart(List<Job> jobs) {
    return jobs.stream()
        .flatMap(job -> job.instructions()
            .stream()
            .map(instruction -> new Job(job.id(), job.index(), job.group(), List.of(instruction))))
        .sorted(Comparator.comparingLong(Job::start))
        .toList();
  }

  /** Gives the user the next job, in time order. */
  ChainBuilder takesTheNextJob() {
    return exec(feed(schedule.jobs().stream().map(job -> Map.<String, Object>of(JOB, job)).iterator()));
  }

  /** Carries out the user's job: each instruction at its time, and when the one before it has ended. */
  ChainBuilder carriesOutEachInstructionAtItsTime() {
    Expression<Duration> due = session -> Duration.ofNanos(Schedule.due(instruction(session)));
    return foreach(session -> ((Job) session.get(JOB)).instructions(), INSTRUCTION)
        .on(exec(new Timeline(engine).await(due)), exec(carryOut(this::start).due(due)));
  }

  /** The user's instruction, which starts now; the last of all tells how the schedule was kept. */
  private Instruction start(Session session) {
    Instruction instruction = instruction(session);
    schedule.start(instruction, engine.clock().now());
    if (schedule.started() == schedule.planned()) {
      Progress.tell("All %d instructions are started, at most %d ms after their time, waiting for others included",
          schedule.planned(), schedule.worstLag().toMillis());
    }
    return instruction;
  }

  private static Instruction instruction(Session session) {
    return session.get(INSTRUCTION);
  }

  /** Users arrive as their jobs do, second by second, a little ahead of time. */
  OpenInjectionStep[] arrivals() {
    List<OpenInjectionStep> steps = new ArrayList<>();
    steps.add(nothingFor(lead.compareTo(AHEAD) > 0 ? lead.minus(AHEAD) : Duration.ZERO));
    for (int starts : schedule.startsPerSecond()) {
      Duration second = Duration.ofSeconds(1);
      steps.add(starts == 0 ? nothingFor(second) : rampUsers(starts).during(second));
    }
    return steps.toArray(OpenInjectionStep[]::new);
  }

  /** Keeps in the history what will be asked of which channel. */
  void plan(Run run) {
    run.plan(scheduled());
    run.notes("job", schedule.jobs().stream().map(Replay::planned));
  }

  private static ObjectNode planned(Job job) {
    ObjectNode note = JsonNodeFactory.instance.objectNode().put("job", job.id());
    ArrayNode kinds = note.putArray("instructions");
    job.instructions().forEach(instruction -> kinds.add(WalletRequest.nameOf(instruction)));
    return note;
  }

  /** How many requests of each kind there will be. */
  Map<String, Long> scheduled() {
    return instructions().collect(Collectors.groupingBy(WalletRequest::nameOf, TreeMap::new, Collectors.counting()));
  }

  /** What its channels ask of the target. */
  Set<Capability> needs() {
    EnumSet<Capability> needs = EnumSet.noneOf(Capability.class);
    instructions().forEach(instruction -> {
      if (instruction instanceof Instruction.CreateChannel create) {
        switch (create.funding()) {
          case Funding.None() -> {
            // every wallet can
          }
          case Funding.Direct() -> needs.add(Capability.DIRECT_FUNDING);
          case Funding.Ledger _ -> needs.add(Capability.LEDGER_FUNDING);
        }
      }
    });
    return needs;
  }

  private Stream<Instruction> instructions() {
    return schedule.jobs().stream().flatMap(job -> job.instructions().stream());
  }
}
