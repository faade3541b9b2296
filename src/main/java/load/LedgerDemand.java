package load;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import load.Instruction.CloseChannel;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import load.Instruction.UpdateChannel;

/**
 * What is asked of one ledger channel, if everything happens when it is planned.
 *
 * @param ledgerJob the job that creates it
 * @param funds what it is opened with, in wei
 * @param channels how many channels it funds in all
 * @param mostAtOnce the most channels it funds at the same time
 * @param mostLent the most wei lent at the same time
 * @param lowestShare the least wei that one of its owners has left at some time; below 0 when the ledger cannot lend what is planned
 */
public record LedgerDemand(String ledgerJob, BigInteger funds, int channels, int mostAtOnce, BigInteger mostLent,
    BigInteger lowestShare) {

  /** Money that comes back to its ledger when a channel is closed. */
  private record Repayment(long time, Ledger ledger, List<Allocation> allocations) {}

  /**
   * The demand on each ledger channel, in the order of their jobs.
   *
   * @param jobs the instructions of each job, in time order; those that a ledger funds after it and in the order of their creates
   */
  public static List<LedgerDemand> of(Stream<List<Instruction>> jobs) {
    Map<String, Ledger> ledgers = new LinkedHashMap<>();
    Queue<Repayment> pending = new PriorityQueue<>(Comparator.comparingLong(Repayment::time));
    jobs.forEachOrdered(job -> {
      switch (job.getFirst()) {
        case CreateLedgerChannel create ->
          ledgers.put(create.jobId(), new Ledger(create.jobId(), create.params().allocations()));
        case CreateChannel create when create.funding() instanceof Funding.Ledger funding -> {
          // What comes back at the very same moment is not there yet: the worse case.
          repay(pending, create.timestamp());
          Ledger ledger = Objects.requireNonNull(ledgers.get(funding.ledgerJob()), funding.ledgerJob());
          ledger.lend(create.params().allocations());
          if (job.getLast() instanceof CloseChannel close) {
            pending.add(new Repayment(close.timestamp(), ledger, outcome(create, job)));
          }
        }
        default -> {
        }
      }
    });
    return ledgers.values().stream().map(Ledger::demand).toList();
  }

  /** Whether the ledger can lend what is planned. */
  public boolean isMet() {
    return lowestShare.signum() >= 0;
  }

  private static void repay(Queue<Repayment> pending, long now) {
    while (!pending.isEmpty() && pending.element().time() < now) {
      Repayment repayment = pending.remove();
      repayment.ledger().takeBack(repayment.allocations());
    }
  }

  private static List<Allocation> outcome(CreateChannel create, List<Instruction> job) {
    List<Allocation> last = create.params().allocations();
    for (Instruction step : job) {
      if (step instanceof UpdateChannel update) {
        last = update.allocations();
      }
    }
    return last;
  }

  /** A ledger channel as its money moves. */
  private static final class Ledger {

    private final String job;
    private final Map<String, BigInteger> shares = new HashMap<>();
    private final BigInteger funds;
    private BigInteger lent = BigInteger.ZERO;
    private BigInteger mostLent = BigInteger.ZERO;
    private BigInteger lowest;
    private int channels;
    private int open;
    private int mostOpen;

    Ledger(String job, List<Allocation> allocations) {
      this.job = job;
      this.funds = total(allocations);
      pay(allocations, false);
      this.lowest = lowestNow();
    }

    void lend(List<Allocation> allocations) {
      pay(allocations, true);
      lent = lent.add(total(allocations));
      mostLent = mostLent.max(lent);
      mostOpen = Math.max(mostOpen, ++open);
      channels++;
      lowest = lowest.min(lowestNow());
    }

    void takeBack(List<Allocation> allocations) {
      pay(allocations, false);
      lent = lent.subtract(total(allocations));
      open--;
    }

    LedgerDemand demand() {
      return new LedgerDemand(job, funds, channels, mostOpen, mostLent, lowest);
    }

    private void pay(List<Allocation> allocations, boolean out) {
      for (Allocation allocation : allocations) {
        for (Allocation.Item item : allocation.items()) {
          BigInteger amount = out ? item.amount().negate() : item.amount();
          shares.merge(allocation.asset() + item.destination(), amount, BigInteger::add);
        }
      }
    }

    private BigInteger lowestNow() {
      return shares.values().stream().min(Comparator.naturalOrder()).orElse(BigInteger.ZERO);
    }

    private static BigInteger total(List<Allocation> allocations) {
      return allocations.stream().map(Allocation::total).reduce(BigInteger.ZERO, BigInteger::add);
    }
  }
}
