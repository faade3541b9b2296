package protocol.engine;

import io.gatling.commons.validation.Failure;
import io.gatling.core.check.Check;
import io.gatling.core.check.Check$;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.internal.Converters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;

/**
 * Gatling's own checks ({@code jsonPath}, {@code jmesPath}, {@code regex}, {@code substring}, {@code bodyString}, {@code bodyBytes},
 * {@code bodyLength}, {@code md5}, {@code sha1}, {@code responseTimeInMillis}) on the answers of our transports.
 */
public final class Checks {

  private final scala.collection.immutable.List<Check<RpcResponse>> checks;

  private Checks(List<Check<RpcResponse>> checks) {
    this.checks = Converters.toScalaSeq(checks).toList();
  }

  /** What checking gave: the session with whatever was saved, and the first failure, if any. */
  public record Checked(Session session, @Nullable String failure) {

    /** Whether every check passed. */
    public boolean ok() {
      return failure == null;
    }
  }

  /** The given checks, in order; throws {@link IllegalArgumentException} for one that does not fit a JSON answer, such as XPath. */
  public static Checks of(List<CheckBuilder> builders) {
    return new Checks(builders.stream().map(Materializers::materialize).toList());
  }

  /** Looks at an answer; on the user's event loop. What passed is saved even when a later check fails. */
  public Checked apply(RpcResponse response, Session session) {
    Tuple2<io.gatling.core.session.Session, Option<Failure>> checked = Check$.MODULE$.check(response, session.asScala(),
        checks);
    Option<Failure> failure = checked._2();
    return new Checked(new Session(checked._1()), failure.isDefined() ? failure.get().message() : null);
  }
}
