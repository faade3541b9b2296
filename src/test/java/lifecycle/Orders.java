package lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import load.Headway;
import load.LoadWriter;
import load.Roles;
import load.generator.Amounts;
import load.generator.FundingMix;
import load.generator.GeneratorOptions;
import load.generator.Ledgers;
import load.generator.LoadGenerator;
import load.generator.Uniform;
import load.generator.Updates;
import load.generator.Volume;

/** Small load files and target files for tests. */
final class Orders {

  static final FundingMix NONE = new FundingMix(1, 0, 0);
  static final FundingMix DIRECT = new FundingMix(0, 1, 0);
  static final FundingMix DIRECT_AND_LENT = new FundingMix(0, 1, 1);
  static final FundingMix UNFUNDED_AND_LENT = new FundingMix(1, 0, 1);
  static final FundingMix ALL = new FundingMix(1, 1, 1);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Ledgers LEDGER = new Ledgers(1, Duration.ofMillis(700), 100_000);

  private Orders() {}

  /** So many channels within two seconds, with two updates each, all closed. */
  static Path channels(Path folder, int count, FundingMix funding) throws IOException {
    return write(folder, new Volume.ByCount(count, SECOND.multipliedBy(2), SECOND, true), funding);
  }

  /** Many channels that are left alone for up to four seconds before they are closed. */
  static Path quiet(Path folder) throws IOException {
    return write(folder, new Volume.ByCount(80, SECOND.multipliedBy(2), SECOND.multipliedBy(4), true), NONE);
  }

  /** Channels for half a minute, three a second: long enough to be cut short. */
  static Path lasting(Path folder) throws IOException {
    return write(folder, new Volume.ByRate(Duration.ofSeconds(40), 3, 3, SECOND), NONE);
  }

  private static Path write(Path folder, Volume volume, FundingMix funding) throws IOException {
    Path file = folder.resolve("load.json");
    LoadGenerator load = new LoadGenerator(new GeneratorOptions(Roles.defaults(), 1, volume, new Uniform(), funding,
        LEDGER, new Updates(2, Duration.ofMillis(500)), new Amounts(100, 1000)));
    new LoadWriter(file, false).write(load::instructions, Headway.UNTOLD);
    return file;
  }

  /** A target whose ports nobody listens on: port 1 is a privileged one that has gone out of use. */
  static Path deadTarget(Path folder) throws IOException {
    return Files.writeString(folder.resolve("dead.conf"),
        """
            system = wallet
            endpoints { A { url = "http://127.0.0.1:1" }, B { url = "http://127.0.0.1:1" } }
            capabilities = [ledger-funding, direct-funding]
            chain { url = "http://127.0.0.1:1", id = 9001, adjudicator = "0x5FbDB2315678afecb367f032d93F642f64180aa3", deployed-at = 0 }
            """);
  }
}
