package load.generator;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import load.Headway;
import load.Instruction;
import load.LedgerDemand;

/**
 * Makes loads that every wallet can carry out: in turn order, within the duration, with each sum kept and no ledger overdrawn.
 *
 * <p>Only a compact plan is kept; the instructions are made as they are asked for.
 */
public final class LoadGenerator {

  private final Plan plan;
  private final Scribe scribe;

  /**
   * Plans a load.
   *
   * @throws IllegalArgumentException when the options cannot be met; the message tells what to change
   */
  public LoadGenerator(GeneratorOptions options) {
    this(options, Headway.UNTOLD);
  }

  /** Plans a load, as {@link #LoadGenerator(GeneratorOptions)}, and tells how far it has come. */
  public LoadGenerator(GeneratorOptions options, Headway headway) {
    this.plan = Plan.of(options);
    this.scribe = new Scribe(options);
    if (options.funding().hasLedger()) {
      var planned = new AtomicLong();
      Stream<List<Instruction>> watched = jobs().peek(job -> headway.at("planned", planned.addAndGet(job.size())));
      LedgerDemand.of(watched).forEach(demand -> requireMet(demand, options.ledgers().amount()));
    }
  }

  private static void requireMet(LedgerDemand demand, long amount) {
    BigInteger lacking = demand.lowestShare().negate();
    Draw.require(demand.isMet(),
        "ledger channel " + demand.ledgerJob() + " would have to lend " + lacking
            + " wei more than one of its owners has put in: give a ledger amount of "
            + lacking.add(BigInteger.valueOf(amount)) + " or more, or more ledger channels, or more closes");
  }

  /** The instructions of each job, in time order; ledgers first, then channels in the order of their creates. The same each time. */
  public Stream<List<Instruction>> jobs() {
    return Stream.concat(plan.ledgers().stream().map(scribe::ledger), plan.channels().stream().map(scribe::channel));
  }

  /** All instructions, job by job. The same each time. */
  public Stream<Instruction> instructions() {
    return jobs().flatMap(List::stream);
  }
}
