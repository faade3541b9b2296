package protocol.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Operation;
import history.Outcome;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.engine.Watched.ask;
import static protocol.engine.Watched.plainHttp;

/** What Gatling's HTTP DSL does is in the history: over real sockets, well and badly answered. */
final class ObservedTest {

  @RegisterExtension
  final Watched watched = new Watched();

  @TempDir
  private Path results;

  /** Each kind of answer, one after the other, by one user. */
  public static final class Answers extends Simulation {
    {
      ChainBuilder chain = exec(session -> session);
      for (String path : List.of("ok", "404", "500", "302", "429", "503", "503-later", "close")) {
        chain = chain.exec(ask(path, "/" + path));
      }
      setUp(scenario("asking")
          .exec(chain.exec(TinyProtocol.KEY.observed("never", http("never").post("/never").requestTimeout(1)))
              .exec(ask("refused", "http://127.0.0.1:1/"))
              .exec(ask("wrong", "/text").answering(json -> json))
              .exec(ask("odd", "/json").answering(json -> {
                throw new IllegalArgumentException("no item_id");
              }))
              .exec(ask("nobody", "/#{nobody}"))
              .exec(ask("before", "/ok").about("#{nobody}"))
              .exec(ask("last", "/ok")))
          .injectOpen(atOnceUsers(1))).protocols(Stage.current().tiny(), plainHttp());
    }
  }

  @Test
  void everyAnswerIsAnOutcome() throws Exception {
    SimulationLog log = watched.stage.play(Answers.class, results);

    assertThat(watched.operation("ok").outcome()).isEqualTo(Outcome.OK);
    assertThat(watched.operation("404").outcome()).isEqualTo(new Outcome.Refused("status-404", "no such thing"));
    assertThat(watched.operation("500").outcome())
        .isEqualTo(new Outcome.Unknown("status-500", "{\"error\":\"broken\"}"));
    assertThat(watched.operation("302").outcome()).isEqualTo(new Outcome.Unknown("status-302", ""));
    assertThat(watched.operation("429").outcome()).isEqualTo(new Outcome.Refused("back-pressure", "status 429"));
    assertThat(watched.operation("503").outcome()).isEqualTo(new Outcome.Unknown("status-503", "not now"));
    assertThat(watched.operation("503-later").outcome()).isEqualTo(new Outcome.Refused("back-pressure", "status 503"));
    for (String kind : List.of("close", "never", "refused")) {
      assertThat(watched.operation(kind).outcome()).isInstanceOfSatisfying(Outcome.Unknown.class,
          unknown -> assertThat(unknown.code()).isEqualTo("no-response"));
    }
    assertThat(watched.operation("wrong").outcome()).isEqualTo(new Outcome.Unknown("wrong-answer", "not JSON"));
    assertThat(watched.operation("odd").outcome()).isEqualTo(new Outcome.Unknown("wrong-answer", "no item_id"));
    assertThat(watched.operation("last").outcome()).isEqualTo(Outcome.OK);
    assertThat(log.requests).filteredOn(SimulationLog.Request::ok)
        .extracting(SimulationLog.Request::name)
        .containsExactly("ok", "last");
    assertThat(log.named("404")).singleElement()
        .satisfies(row -> assertThat(row.message()).contains("status-404: no such thing"));
  }

  @Test
  void whatCannotBeBuiltIsEndedAndWhatCannotBeAskedIsNotBegun() throws Exception {
    SimulationLog log = watched.stage.play(Answers.class, results);

    assertThat(watched.operation("nobody").outcome()).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.code()).isEqualTo("not-sent"));
    assertThat(watched.operations("before")).isEmpty();
    assertThat(log.errors).hasSize(2).allSatisfy(error -> assertThat(error).contains("nobody"));
    assertThat(watched.stage.crashNotes()).hasSize(2);
  }

  /** Everything that can be set, and Gatling's own checks beside it. */
  public static final class Settings extends Simulation {
    {
      setUp(scenario("asking").exec(session -> session.set("item", "i-1"))
          .exec(TinyProtocol.KEY.observed("look", http("a look").get("/json").check(jsonPath("$.turn").saveAs("turn")))
              .about("#{item}")
              .asking(session -> JsonNodeFactory.instance.objectNode().put("amount", 3))
              .answering(json -> JsonNodeFactory.instance.objectNode()
                  .put("id", json.path("id").asText())
                  .put("number", json.path("turn").path("number").asLong()))
              .saving("id", "id")
              .saving("number", "number")
              .repeatable())
          .exec(doIf(session -> session.getString("id").equals("c-1") && session.getLong("number") == 4
              && session.contains("turn") && !session.contains(Observation.KEY)).then(exec(ask("saved", "/ok"))))
          .exec(ask("there", "/ok").expecting(Expectation.REFUSAL))
          .exec(ask("not there", "/404").expecting(Expectation.REFUSAL))
          .exec(ask("either", "/404").expecting(Expectation.DECISION))
          .exec(ask("busy", "/429").expecting(Expectation.REFUSAL))
          .exec(ask("busy as told", "/429").allowingBackPressure())
          .exec(ask("early", "/ok").unmeasured())
          .exec(TinyProtocol.KEY.observed("by address", http("by address").post(Observed::address))
              .asked(session -> new Asked("x", JsonNodeFactory.instance.objectNode(), "/ok")))
          .injectOpen(atOnceUsers(1))).protocols(Stage.current().tiny(), plainHttp());
    }
  }

  @Test
  void rowsAndHistoryAreSetApart() throws Exception {
    SimulationLog log = watched.stage.play(Settings.class, results);

    Operation look = watched.operation("look");
    assertThat(look.entity()).isEqualTo("i-1");
    assertThat(look.asked()).hasToString("{\"amount\":3}");
    assertThat(look.answered()).hasToString("{\"id\":\"c-1\",\"number\":4}");
    assertThat(look.invocation().measured()).isTrue();
    assertThat(look.ended()).isGreaterThan(look.invocation().started());
    assertThat(watched.operation("saved").ok()).isTrue();
    assertThat(watched.operation("there").ok()).isTrue();
    assertThat(watched.operation("warm-up: early").invocation().measured()).isFalse();
    assertThat(watched.operation("by address").ok()).isTrue();
    assertThat(log.requests).filteredOn(row -> !row.ok())
        .extracting(SimulationLog.Request::name)
        .containsExactly("there", "busy");
    assertThat(log.requests).extracting(SimulationLog.Request::name).contains("a look", "not there", "busy as told");
  }
}
