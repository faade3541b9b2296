package simulations.checkout;

import io.gatling.javaapi.core.PopulationBuilder;
import java.util.List;
import simulations.Settings;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/**
 * The sizes of the consistency run.
 *
 * @param items how many items
 * @param stock of each
 * @param users how many users, and how many orders they place
 * @param credit of each
 * @param batches whether all of them are made in three batches, orders included
 * @param checkouts how many orders are checked out at once
 */
record Preset(int items, int stock, int users, int credit, boolean batches, int checkouts) {

  private static final int THOUSAND = 1_000;
  private static final int HUNDRED = 100;
  private static final int MANY = 100_000;
  private static final int PLENTY = 1_000_000;

  /** The one that was asked for with {@code -Dpreset=}: {@code code}, {@code readme} or {@code 2024}. */
  static Preset of(Settings settings) {
    int users = settings.count("users", THOUSAND);
    int checkouts = settings.count("checkouts", users);
    return switch (settings.text("preset", "code")) {
      case "code" -> new Preset(1, HUNDRED, users, 1, false, checkouts);
      case "readme" -> new Preset(HUNDRED, 1, users, 1, false, checkouts);
      case "2024" -> {
        settings.prefer("dialect", "c");
        yield new Preset(MANY, PLENTY, MANY, PLENTY, true, checkouts);
      }
      case String other -> {
        settings.problem("-Dpreset=" + other + " cannot be used: give code, readme or 2024");
        yield new Preset(1, HUNDRED, users, 1, false, checkouts);
      }
    };
  }

  /** Makes all there is to make, one after the other, and looks whether it is there. */
  List<PopulationBuilder> setsUp(Market market) {
    if (batches) {
      return List
          .of(scenario("batches").exec(market.isFilledInBatches(items, stock, credit)).injectOpen(atOnceUsers(1)));
    }
    return List.of(scenario("stocking").exec(market.stocksAnItem(stock, 1)).injectOpen(Market.settingUp(items)),
        scenario("registering").exec(market.registersAUser(credit)).injectOpen(Market.settingUp(users)),
        scenario("ordering").exec(market.placesAnOrder()).injectOpen(Market.settingUp(users)));
  }

  /** How many items, users and orders that makes. */
  int size() {
    return items + 2 * users;
  }

  /** Units in stock, of all items. */
  long allStock() {
    return (long) items * stock;
  }

  /** Credit of all users. */
  long allCredit() {
    return (long) users * credit;
  }
}
