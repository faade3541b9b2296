package bench;

import history.Outcome;
import history.RunClock;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import protocol.engine.Checks;
import protocol.engine.Components;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;
import protocol.engine.HttpSettings;
import protocol.engine.Injector;
import protocol.engine.RpcReply;
import protocol.engine.RpcRequest;
import protocol.engine.RpcResponse;
import protocol.engine.RpcTransport;
import protocol.engine.TransportFailure;
import protocol.engine.Turn;
import targets.TargetFile;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/** Thirty-two users who ask as fast as they are answered: some seconds with our action, some with {@code http}, and again. */
public final class ActionSimulation extends Simulation {

  static final String MARK = "action benchmark: ";

  private static final int USERS = 32;
  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final String PATH = "/channels/0x" + "1".repeat(64);
  private static final ComponentsKey<Asking, Asker> KEY = new ComponentsKey<>(Asking.class, Asker::new);

  private final String url = TargetFile.read(System.getProperty("target"), getClass().getClassLoader())
      .endpoints()
      .getFirst()
      .url()
      .toString();
  private final Rounds ours = new Rounds(ROUNDS, ROUND);
  private final Rounds theirs = new Rounds(ROUNDS, ROUND);

  {
    Checks checks = Checks.of(List.of(jsonPath("$.status").is("closed")));
    ActionBuilder asked = KEY.action("ours", (turn, asker) -> asker.ask(turn, url + PATH, checks));
    ActionBuilder called = http("theirs").get(PATH)
        .header("accept", "application/json")
        .check(status().is(200), jsonPath("$.status").is("closed"));
    PopulationBuilder all = IntStream.range(0, ROUNDS)
        .boxed()
        .flatMap(round -> Stream.of(during("ours " + round, asked, ours.get(round)),
            during("theirs " + round, called, theirs.get(round))))
        .toList()
        .reversed()
        .stream()
        .reduce((later, earlier) -> earlier.andThen(later))
        .orElseThrow();
    setUp(all).protocols(new Asking(new Engine(_ -> {}, RunClock.startingNow())),
        http.baseUrl(url).shareConnections().disableCaching());
  }

  private static PopulationBuilder during(String name, ActionBuilder action, Rounds.Round round) {
    return scenario(name).exec(round::begin)
        .during(ROUND)
        .on(exec(action).exec(round::count))
        .exec(round::end)
        .injectOpen(atOnceUsers(USERS));
  }

  @Override
  public void after() {
    System.out.println(MARK + ours.told("our action"));
    System.out.println(MARK + theirs.told("http DSL"));
  }

  private record Asking(Engine engine) implements EngineProtocol {}

  private static final class Asker implements Components {

    private final RpcTransport transport;

    Asker(Asking settings, Injector injector) {
      this.transport = injector.http(HttpSettings.defaults());
    }

    void ask(Turn turn, String url, Checks checks) {
      RpcRequest request = new RpcRequest("ours", "GET", url, new byte[0], Duration.ofSeconds(60), turn.loop(),
          RpcRequest.SHARED);
      transport.send(request, new RpcReply() {
        @Override
        public void onResponse(RpcResponse response) {
          turn.onLoop(() -> {
            Checks.Checked checked = checks.apply(response, turn.session());
            boolean good = response.status() == 200 && checked.ok();
            turn.request("ours", turn.clock().at(response.started()), turn.clock().at(response.ended()),
                good ? Outcome.OK : new Outcome.Refused("check", String.valueOf(checked.failure())));
            turn.end(checked.session());
          });
        }

        @Override
        public void onFailure(TransportFailure failure) {
          turn.request("ours", turn.clock().at(failure.started()), turn.clock().at(failure.ended()), failure.outcome());
          turn.end();
        }
      });
    }

    @Override
    public void close() {
      transport.close();
    }
  }
}
