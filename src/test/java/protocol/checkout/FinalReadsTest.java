package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import protocol.checkout.Services.Answer;
import protocol.engine.SimulationLog;
import protocol.engine.Stage;
import targets.Dialect;
import targets.Target;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.checkout.CheckoutDsl.readFinalState;

/** The final state is read in rounds, until it is final. */
@Timeout(60)
final class FinalReadsTest {

  private static final Settling QUICK = Settling.DEFAULT.quiet(Duration.ofMillis(20))
      .patience(Duration.ofSeconds(20))
      .sample(10);
  private static final String ORDER = "{\"user_id\": \"u\", \"paid\": true, \"items\": [\"i\", \"j\", \"i\"], \"total_cost\": 5.0}";

  private static Target target;
  private static Settling settling;
  private static final List<Operation> HISTORY = new ArrayList<>();

  private final Stage stage = new Stage();

  @TempDir
  private Path results;

  @AfterEach
  void close() {
    stage.close();
    HISTORY.clear();
  }

  /** Only the end. */
  public static final class Reading extends Simulation {
    {
      var checkout = CheckoutProtocol.of(Stage.current().engine, () -> target)
          .history(() -> History.of(List.copyOf(HISTORY), List.of()))
          .settling(settling);
      setUp(scenario("audit").exec(readFinalState()).injectOpen(atOnceUsers(1))).protocols(checkout);
    }
  }

  private SimulationLog read(Target from, Settling how) throws Exception {
    target = from;
    settling = how;
    return stage.play(Reading.class, results);
  }

  private static void done(String kind, String entity, ObjectNode asked, JsonNode answered) {
    HISTORY.add(new Invocation(HISTORY.size(), 1, kind, entity, true, 0, 0, 0, asked).ended(1, List.of(), Outcome.OK,
        answered));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private List<Operation> reads(String kind) {
    return stage.events.stream()
        .filter(Operation.class::isInstance)
        .map(Operation.class::cast)
        .filter(operation -> operation.kind().equals(kind))
        .toList();
  }

  private JsonNode settled() {
    List<Note> notes = stage.events.stream().filter(Note.class::isInstance).map(Note.class::cast).toList();
    assertThat(notes).extracting(Note::name).containsExactly("settled");
    return notes.getFirst().value();
  }

  private static Answer answer(String request) {
    if (request.startsWith("GET /orders/find/")) {
      return Answer.ok(ORDER);
    }
    return request.contains("/payment/") ? Answer.ok("{\"user_id\": \"u\", \"credit\": 4}")
        : Answer.ok("{\"stock\": 3, \"price\": 2}");
  }

  @Test
  void whatWasTouchedIsReadUntilTwoRoundsAgree() throws Exception {
    done("create item", "", json().put("price", 2), json().put("item", "k"));
    done("create order", "", json().put("user", "v"), json().put("order", "o"));
    done("checkout", "o", json(), NullNode.getInstance());
    done("warm-up: add stock", "w", json().put("amount", 1), NullNode.getInstance());
    done("create batch of users", "", json().put("count", 100), NullNode.getInstance());
    try (Services services = new Services(FinalReadsTest::answer)) {
      SimulationLog log = read(services.target(Optional.of(Dialect.B)), QUICK);

      assertThat(log.requests).singleElement().satisfies(row -> {
        assertThat(row.name()).isEqualTo("final reads");
        assertThat(row.ok()).isTrue();
      });
    }
    assertThat(reads("read item")).extracting(Operation::entity)
        .containsExactlyInAnyOrder("i", "i", "j", "j", "k", "k");
    assertThat(reads("read user")).extracting(Operation::entity).containsExactlyInAnyOrder("u", "u", "v", "v");
    assertThat(reads("read order")).hasSize(2).allSatisfy(read -> {
      assertThat(read.answered())
          .hasToString("{\"user\":\"u\",\"paid\":true,\"total\":5,\"items\":[[\"i\",2],[\"j\",1]]}");
      assertThat(read.invocation().measured()).isFalse();
    });
    assertThat(settled().path("complete").asBoolean()).isTrue();
    assertThat(settled().path("rounds").asInt()).isEqualTo(2);
    assertThat(settled().path("entities").asInt()).isEqualTo(6);
  }

  @Test
  void whatStillMovesIsWaitedFor() throws Exception {
    AtomicInteger left = new AtomicInteger(4);
    done("add stock", "i", json().put("amount", 1), NullNode.getInstance());
    try (Services services = new Services(
        _ -> Answer.ok("{\"stock\": " + Math.max(0, left.getAndDecrement()) + ", \"price\": 2}"))) {
      read(services.target(Optional.of(Dialect.B)), QUICK);
    }
    assertThat(reads("read item")).extracting(read -> read.answered().path("stock").asInt())
        .containsExactly(4, 3, 2, 1, 0, 0);
    assertThat(settled().path("rounds").asInt()).isEqualTo(6);
    assertThat(Duration.ofNanos(settled().path("ns").asLong())).isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void aSampleTellsForMany() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      done("add stock", "i" + i, json().put("amount", 1), NullNode.getInstance());
    }
    // After the first full read all stocks move once more, so that it was too early.
    try (Services services = new Services(
        _ -> Answer.ok("{\"stock\": " + (asked.incrementAndGet() > 110 ? 1 : 0) + ", \"price\": 2}"))) {
      read(services.target(Optional.of(Dialect.B)), QUICK);
    }
    assertThat(settled().path("complete").asBoolean()).isTrue();
    assertThat(settled().path("entities").asInt()).isEqualTo(100);
    assertThat(reads("read item")).as("rounds of 10, 10, 90, 10, 10, 90, 10").hasSize(230);
    var last = reads("read item").stream()
        .collect(
            Collectors.toMap(Operation::entity, read -> read.answered().path("stock").asInt(), (_, later) -> later));
    assertThat(last).hasSize(100).allSatisfy((_, stock) -> assertThat(stock).isEqualTo(1));
  }

  @Test
  void whatIsRefusedIsFinalToo() throws Exception {
    done("checkout", "lost", json(), NullNode.getInstance());
    try (Services services = new Services(_ -> new Answer(404, "no such order"))) {
      read(services.target(Optional.of(Dialect.B)), QUICK);
    }
    assertThat(reads("read order")).hasSize(2)
        .allMatch(read -> read.outcome().equals(new Outcome.Refused("status-404", "no such order")));
    assertThat(settled().path("complete").asBoolean()).isTrue();
  }

  @Test
  void whoNeverAnswersIsGivenUp() throws Exception {
    done("checkout", "o", json(), NullNode.getInstance());
    SimulationLog log = read(Services.nobody(), QUICK.patience(Duration.ofMillis(300)));

    assertThat(settled().path("complete").asBoolean()).isFalse();
    assertThat(reads("read order")).hasSizeGreaterThan(2).allMatch(read -> read.outcome() instanceof Outcome.Unknown);
    assertThat(log.requests).singleElement().satisfies(row -> assertThat(row.message()).startsWith("not-settled"));
  }

  @Test
  void aHistoryThatCannotBeReadIsTold() throws Exception {
    target = Services.nobody();
    settling = QUICK;
    HISTORY.add(null);
    SimulationLog log = stage.play(Reading.class, results);

    assertThat(log.requests).singleElement().satisfies(row -> assertThat(row.ok()).isFalse());
  }
}
