package invariant.checkout;

import invariant.Court;
import invariant.Invariant;
import invariant.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of bug is named by the invariant that is made for it, and by no other that would surprise. */
final class CheckoutInvariantsTest {

  private static final String STOCK = "stock removed equals the quantity in paid orders";
  private static final String CREDIT = "credit removed equals the value of paid orders";
  private static final String VALUE = "value is conserved";
  private static final CheckoutRules RULES = CheckoutRules.all();

  /** A little of everything: paid, refused for lack of stock and of credit, empty, and polled. */
  private static Shop day() {
    return Shop.open()
        .checksOut("o", "paid")
        .findsItem("i", 98)
        .item("rare", 5, 1)
        .order("p", "u")
        .adds("p", "rare", 2)
        .refused()
        .checksOut("p", "refused")
        .user("poor", 0)
        .order("q", "poor")
        .adds("q", "rare", 1)
        .refused()
        .checksOut("q", "refused")
        .order("e", "u")
        .refused()
        .checksOut("e", "refused");
  }

  /** What is to be seen after such a day. */
  private static Shop over(Shop day) {
    return day.itemIs("i", 98)
        .itemIs("rare", 1)
        .userIs("u", 990)
        .userIs("poor", 0)
        .orderIs("o", "u", true, "i", 2)
        .orderIs("p", "u", false, "rare", 2)
        .orderIs("q", "poor", false, "rare", 1)
        .orderIs("e", "u", false)
        .settled();
  }

  private static List<String> broken(Shop shop) {
    return titles(shop, Verdict.Broken.class);
  }

  private static List<String> titles(Shop shop, Class<? extends Verdict> kind) {
    List<Invariant> invariants = CheckoutInvariants.all(RULES);
    List<Verdict> verdicts = Court.judge(invariants, shop.history());
    return IntStream.range(0, verdicts.size())
        .filter(i -> kind.isInstance(verdicts.get(i)))
        .mapToObj(i -> invariants.get(i).title())
        .toList();
  }

  @Test
  void allTwelveHoldAfterAGoodDay() {
    assertThat(titles(over(day()), Verdict.Holds.class)).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsDecidedWhenNothingHappened() {
    assertThat(titles(new Shop(), Verdict.Undetermined.class)).hasSize(12);
  }

  @Test
  void whatTheRulesLeaveOutIsNotJudged() {
    assertThat(CheckoutInvariants.all(RULES.without(Matter.values()))).hasSize(6);
    assertThat(CheckoutInvariants.all(RULES.without(Matter.PAID))).hasSize(11)
        .noneMatch(AcknowledgedOrdersArePaid.class::isInstance);
  }

  @Test
  void aLostUpdate() {
    assertThat(broken(over(day()).itemIs("i", 100))).containsExactly(STOCK, VALUE);
    assertThat(broken(over(day()).userIs("u", 1000))).containsExactly(CREDIT, VALUE);
  }

  @Test
  void oneUnitSoldTwice() {
    assertThat(broken(over(day()).itemIs("i", 99))).containsExactly(STOCK, VALUE);
  }

  @Test
  void noPaidGuard() {
    Shop twice = over(day().checksOut("o", "refused"));
    assertThat(broken(twice)).as("acknowledged again, not taken again").containsExactly("orders are paid at most once");
    assertThat(broken(twice.itemIs("i", 96).userIs("u", 980))).as("taken again")
        .containsExactly("orders are paid at most once");
  }

  @Test
  void aRollbackThatMints() {
    assertThat(broken(over(day()).itemIs("rare", 3))).containsExactly(STOCK, VALUE, "refused checkouts change nothing");
  }

  @Test
  void anEmptyOrderThatChecksOut() {
    assertThat(broken(over(day().order("f", "u").checksOut("f", "refused")).orderIs("f", "u", true)))
        .containsExactly("empty orders are refused");
  }

  @Test
  void aNegativeAddition() {
    assertThat(broken(over(day().stock("rare", -5)).itemIs("rare", -4))).containsExactly("nothing is negative");
  }

  @Test
  void aFlagThatIsNeverSet() {
    assertThat(broken(over(day()).orderIs("o", "u", false, "i", 2)))
        .containsExactly("acknowledged orders are paid, and paid orders were asked for");
  }

  @Test
  void aWrongTotalWithTheRightCharge() {
    assertThat(broken(over(day()).costing(12).orderIs("o", "u", true, "i", 2)))
        .containsExactly("totals are the sum of price times quantity");
  }

  @Test
  void aLostItemThatIsNotChargedEither() {
    assertThat(broken(over(day().adds("p", "i", 3)))).containsExactly("carts hold what was put in and not taken out");
  }

  @Test
  void aRefusalThatDidNotCome() {
    Shop sold = day().order("r", "u").adds("r", "i", 1).checksOut("r", "refused");
    assertThat(broken(over(sold).itemIs("i", 97).userIs("u", 985).orderIs("r", "u", true, "i", 1)))
        .containsExactly("what must be refused is refused");
  }

  @Test
  void aStateThatComesLate() {
    assertThat(broken(over(day().findsUser("u", 1000)))).containsExactly("polled values stay within bounds");
  }

  @Test
  void errorsAfterCommitsAndKilledServicesAreNoFindings() {
    Shop killed = day().unknown()
        .stock("i", 50)
        .unknown()
        .funds("poor", 20)
        .order("k", "u")
        .unknown()
        .adds("k", "i", 1);
    killed.adds("k", "i", 1).unknown().checksOut("k").order("l", "u").adds("l", "i", 1).unknown().checksOut("l");
    over(killed).orderIs("k", "u", true, "i", 1).orderIs("l", "u", false, "i", 1);
    assertThat(titles(killed.itemIs("i", 147).userIs("u", 985), Verdict.Holds.class)).hasSize(12);
  }
}
