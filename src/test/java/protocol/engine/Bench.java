package protocol.engine;

import com.typesafe.scalalogging.Logger;
import history.Event;
import history.Note;
import history.RunClock;
import io.gatling.commons.util.Clock;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.pause.Constant$;
import io.gatling.core.session.Session;
import io.gatling.core.session.Session$;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.internal.Converters;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import scala.Option;

import static org.assertj.core.api.Assertions.assertThat;

/** One action on one event loop without a simulation: who comes in, who comes out, and what was reported. */
final class Bench implements AutoCloseable {

  static final GatlingConfiguration CONFIGURATION = GatlingConfiguration.loadForTest(Converters.toScalaSeq(List.of()));

  final RecordedStats stats = new RecordedStats();
  final List<Event> events = new CopyOnWriteArrayList<>();
  final Engine engine = new Engine(events::add, RunClock.startingNow());
  final BlockingQueue<Session> left = new LinkedBlockingQueue<>();
  private final EventLoopGroup loops = Transports.newEventLoopGroup(true, false, 1, "bench");
  private final ActorSystem actors = new ActorSystem();
  private final CoreComponents core;

  Bench() {
    Clock clock = System::currentTimeMillis;
    core = new CoreComponents(actors, loops, null, Option.empty(), stats, clock, null, CONFIGURATION);
  }

  EventLoop loop() {
    return loops.next();
  }

  Session user() {
    return Session$.MODULE$.apply("bench", 7L, loop());
  }

  EngineAction action(String name, EngineAction.Passage passage) {
    return new EngineAction(new Place(name, engine, core, new Exit()), false, passage);
  }

  CoreComponents core() {
    return core;
  }

  Action exit() {
    return new Exit();
  }

  ScenarioContext context() {
    return new ScenarioContext(core, null, Constant$.MODULE$, false);
  }

  /** The user comes by, and what it is afterwards. */
  io.gatling.javaapi.core.Session run(String name, EngineAction.Passage passage) throws InterruptedException {
    action(name, passage).$bang(user());
    return next();
  }

  io.gatling.javaapi.core.Session next() throws InterruptedException {
    Session session = left.poll(30, TimeUnit.SECONDS);
    assertThat(session).as("the user that went on").isNotNull();
    return new io.gatling.javaapi.core.Session(session);
  }

  /** Waits until everything that the event loop has been given so far is done. */
  void settle() throws Exception {
    loop().submit(() -> {}).get(5, TimeUnit.SECONDS);
  }

  List<String> crashNotes() {
    return events.stream()
        .filter(event -> event instanceof Note note && note.name().equals("crash"))
        .map(event -> ((Note) event).value().get("problem").asText())
        .toList();
  }

  @Override
  public void close() {
    actors.close();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(Duration.ofSeconds(5).toMillis());
  }

  private final class Exit implements Action {

    @Override
    public String name() {
      return "exit";
    }

    @Override
    public void $bang(Session session) {
      left.add(session);
    }

    @Override
    public void execute(Session session) {
      left.add(session);
    }

    @Override
    public Logger logger() {
      return Logger.apply(LoggerFactory.getLogger(Bench.class));
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {}
  }
}
