package protocol.engine;

import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Keeps what is reported to Gatling. */
final class RecordedStats implements StatsEngine {

  final List<Response> responses = new CopyOnWriteArrayList<>();
  final List<Group> groups = new CopyOnWriteArrayList<>();
  final List<Crash> crashes = new CopyOnWriteArrayList<>();

  record Response(List<String> groups, String name, long start, long end, boolean ok, @Nullable String code,
      @Nullable String message) {}

  record Group(List<String> groups, long start, long end, int cumulated, boolean ok) {}

  record Crash(String name, String problem) {}

  @Override
  public void logResponse(String scenario, scala.collection.immutable.List<String> within, String name, long start,
      long end, Status status, Option<String> code, Option<String> message) {
    responses.add(new Response(list(within), name, start, end, isOk(status), orNull(code), orNull(message)));
  }

  @Override
  public void logGroupEnd(String scenario, GroupBlock group, long exit) {
    groups.add(new Group(list(group.groups()), group.startTimestamp(), exit, group.cumulatedResponseTime(),
        isOk(group.status())));
  }

  @Override
  public void logRequestCrash(String scenario, scala.collection.immutable.List<String> within, String name,
      String problem) {
    crashes.add(new Crash(name, problem));
  }

  @Override
  public void start() {}

  @Override
  public void stop(ActorRef<Controller.Command> controller, Option<Exception> exception) {}

  @Override
  public void logUserStart(String scenario) {}

  @Override
  public void logUserEnd(String scenario) {}

  private static boolean isOk(Status status) {
    return status.name().equals("OK");
  }

  private static List<String> list(scala.collection.immutable.List<String> scala) {
    return List.copyOf(CollectionConverters.asJava(scala));
  }

  private static @Nullable String orNull(Option<String> option) {
    return option.isDefined() ? option.get() : null;
  }
}
