package load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import load.Instruction.CloseChannel;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import load.Instruction.UpdateChannel;

/** Gathers instructions into jobs, and finds the jobs that cannot be carried out. */
final class Jobs {

  private record Step(Instruction instruction, Place place) {

    long time() {
      return instruction.timestamp();
    }

    /** Steps of the same moment: a channel is created first and closed last. */
    int rank() {
      return switch (instruction) {
        case CreateLedgerChannel _,CreateChannel _ -> 0;
        case UpdateChannel _ -> 1;
        case CloseChannel _ -> 2;
      };
    }
  }

  private static final Comparator<Step> IN_TIME = Comparator.comparingLong(Step::time).thenComparingInt(Step::rank);
  /** Jobs that begin at the same moment: ledger channels come before those that they fund. */
  private static final Comparator<Step> OF_JOBS = Comparator.comparingLong(Step::time)
      .thenComparingInt(step -> step.instruction() instanceof CreateLedgerChannel ? 0 : 1);

  private final Problems problems;
  private final Map<String, List<Step>> steps = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();

  Jobs(Problems problems) {
    this.problems = problems;
  }

  void add(Instruction instruction, Place place) {
    steps.computeIfAbsent(instruction.jobId(), _ -> new ArrayList<>(4)).add(new Step(instruction, place));
  }

  /** A job with an instruction that could not be read: what else it lacks would only be noise. */
  void addBroken(String jobId) {
    broken.add(jobId);
  }

  /**
   * The jobs in the order of their first instructions, a ledger before its channels; complete only when no problem was noted.
   *
   * @param whole whether the file was read to its end: otherwise what seems to lack may stand in the rest
   */
  List<Job> inOrder(boolean whole) {
    steps.values().forEach(job -> job.sort(IN_TIME));
    steps.forEach((id, job) -> {
      if (whole && !broken.contains(id)) {
        checkOrder(id, job);
        checkLedger(job);
      }
    });
    List<Map.Entry<String, List<Step>>> ordered = new ArrayList<>(steps.entrySet());
    ordered.sort(Map.Entry.comparingByValue(Comparator.comparing(List::getFirst, OF_JOBS)));
    Map<String, Integer> indexes = HashMap.newHashMap(ordered.size());
    ordered.forEach(job -> indexes.put(job.getKey(), indexes.size()));
    List<Job> jobs = new ArrayList<>(ordered.size());
    for (Map.Entry<String, List<Step>> job : ordered) {
      List<Instruction> instructions = job.getValue().stream().map(Step::instruction).toList();
      int group = indexes.getOrDefault(ledgerOf(instructions.getFirst()), jobs.size());
      jobs.add(new Job(job.getKey(), jobs.size(), group, instructions));
    }
    return jobs;
  }

  private void checkOrder(String id, List<Step> job) {
    Step create = first(job, 0);
    Step close = first(job, 2);
    for (Step step : job) {
      String text = switch (step.rank()) {
        case 0 -> step.place().equals(create.place()) ? ""
            : "is created a second time (first in " + create.place() + "); remove one";
        case 2 -> step.place().equals(close.place()) ? early(step, create)
            : "is closed a second time (first in " + close.place() + "); remove one";
        default -> step.time() > close.time() ? "is updated at " + step.time() + " ms, after its close at "
            + close.time() + " ms (" + close.place() + "); close it later" : early(step, create);
      };
      if (!text.isEmpty()) {
        problems.add(step.place(), "timestamp", "job \"" + id + "\" " + text);
      }
    }
  }

  private static String early(Step step, Step create) {
    String done = step.rank() == 2 ? "is closed" : "is updated";
    if (create.rank() != 0) {
      return done + " but never created; add its CreateChannel";
    }
    return step.time() >= create.time() ? ""
        : done + " at " + step.time() + " ms, before its create at " + create.time() + " ms (" + create.place()
            + "); create it earlier";
  }

  private void checkLedger(List<Step> job) {
    for (Step step : job) {
      if (step.instruction() instanceof CreateChannel create && create.funding() instanceof Funding.Ledger funding
          && !broken.contains(funding.ledgerJob())) {
        String text = wrongLedger(job, steps.getOrDefault(funding.ledgerJob(), List.of()));
        if (!text.isEmpty()) {
          problems.add(step.place(), "fundingInfo.fundingLedgerJob", "\"" + funding.ledgerJob() + "\" " + text);
        }
      }
    }
  }

  private static String wrongLedger(List<Step> channel, List<Step> ledger) {
    if (ledger.isEmpty()) {
      return "is no job of this file; add its CreateLedgerChannel";
    }
    Step funded = first(channel, 0);
    Step create = first(ledger, 0);
    if (!(create.instruction() instanceof CreateLedgerChannel)) {
      return "is not created by CreateLedgerChannel; name a ledger's job";
    }
    return create.time() <= funded.time() ? closedTooEarly(funded, first(channel, 2), first(ledger, 2))
        : "is created at " + create.time() + " ms, after the channel it funds at " + funded.time()
            + " ms; create the ledger earlier";
  }

  /** A ledger is closed when all that it has lent is back: after the closes of its channels. */
  private static String closedTooEarly(Step funded, Step closed, Step ledger) {
    boolean isClosed = closed.rank() == 2;
    if (ledger.rank() != 2 || isClosed && closed.time() < ledger.time()) {
      return "";
    }
    return "is closed at " + ledger.time() + " ms (" + ledger.place() + "), but the channel it funds is open from "
        + funded.time() + " ms " + (isClosed ? "to " + closed.time() + " ms; close the channel earlier,"
            : "to the end; close the channel before,")
        + " or the ledger later";
  }

  /** The first step of a rank, or the last step of all when there is none. */
  private static Step first(List<Step> job, int rank) {
    return job.stream().filter(step -> step.rank() == rank).findFirst().orElse(job.getLast());
  }

  private static String ledgerOf(Instruction first) {
    return first instanceof CreateChannel create && create.funding() instanceof Funding.Ledger funding
        ? funding.ledgerJob()
        : "";
  }
}
