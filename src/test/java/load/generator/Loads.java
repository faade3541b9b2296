package load.generator;

import java.time.Duration;
import java.util.List;
import load.Headway;
import load.Instruction;
import load.Roles;

/** Options for tests, changed one by one. */
record Loads(Roles roles, Volume volume, Arrivals arrivals, FundingMix funding, Ledgers ledgers, Updates updates) {

  static final FundingMix NONE = new FundingMix(1, 0, 0);
  static final FundingMix LEDGER = new FundingMix(0, 0, 1);

  /** The original's defaults. */
  static Loads defaults() {
    return new Loads(Roles.defaults(), rates(60, 1, 0), new Uniform(), NONE,
        new Ledgers(1, Duration.ofSeconds(20), 100_000), new Updates(0, Duration.ofSeconds(10)));
  }

  static Volume.ByRate rates(int seconds, double create, double close) {
    return new Volume.ByRate(Duration.ofSeconds(seconds), create, close, Duration.ofSeconds(5));
  }

  Loads with(Roles other) {
    return new Loads(other, volume, arrivals, funding, ledgers, updates);
  }

  Loads with(Volume other) {
    return new Loads(roles, other, arrivals, funding, ledgers, updates);
  }

  Loads with(Arrivals other) {
    return new Loads(roles, volume, other, funding, ledgers, updates);
  }

  Loads with(FundingMix other) {
    return new Loads(roles, volume, arrivals, other, ledgers, updates);
  }

  Loads with(Ledgers other) {
    return new Loads(roles, volume, arrivals, funding, other, updates);
  }

  Loads with(Updates other) {
    return new Loads(roles, volume, arrivals, funding, ledgers, other);
  }

  LoadGenerator generator(long seed) {
    return generator(seed, Headway.UNTOLD);
  }

  LoadGenerator generator(long seed, Headway headway) {
    return new LoadGenerator(
        new GeneratorOptions(roles, seed, volume, arrivals, funding, ledgers, updates, new Amounts(100, 1000)),
        headway);
  }

  List<List<Instruction>> jobs() {
    return generator(1).jobs().toList();
  }

  List<Instruction> instructions() {
    return generator(1).instructions().toList();
  }
}
