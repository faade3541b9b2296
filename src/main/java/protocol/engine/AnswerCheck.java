package protocol.engine;

import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Validation;
import io.gatling.core.check.Check;
import io.gatling.core.check.CheckMaterializer;
import io.gatling.core.check.CheckResult;
import io.gatling.core.session.Session;
import io.gatling.http.check.HttpCheck;
import io.gatling.http.check.HttpCheckScope;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.http.internal.HttpCheckType;
import java.util.List;
import java.util.Map;
import scala.Function1;
import scala.Function2;

/**
 * Shows an answer over HTTP to the {@link Observation} that waits for it.
 *
 * <p>One check that sees the whole answer, in place of several that would each save something in the session. As a check of the body, or
 * Gatling would throw the body away; another one of the status is there only so that Gatling leaves out its own.
 */
final class AnswerCheck implements Check<Response>, CheckBuilder {

  /** Both, in their order. */
  static final List<CheckBuilder> CHECKS = List.of(new AnswerCheck(false), new AnswerCheck(true));

  private final boolean looks;
  private final HttpCheck check;

  private AnswerCheck(boolean looks) {
    this.looks = looks;
    this.check = new HttpCheck(this, looks ? HttpCheckScope.Body$.MODULE$ : HttpCheckScope.Status$.MODULE$);
  }

  @Override
  @SuppressWarnings("unchecked") // a Failure is a Validation of anything
  public Validation<CheckResult> check(Response response, Session session, Map<Object, Object> prepared) {
    if (!looks) {
      return CheckResult.NoopCheckResultSuccess();
    }
    Observation observation = Observation.of(new io.gatling.javaapi.core.Session(session));
    String complaint = observation.take(HttpAnswer.of(response));
    return complaint == null ? CheckResult.NoopCheckResultSuccess()
        : (Validation<CheckResult>) (Validation<?>) new Failure(complaint);
  }

  @Override
  public Check<Response> checkIf(Function1<Session, Validation<Object>> condition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Check<Response> checkIf(Function2<Response, Session, Validation<Object>> condition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public io.gatling.core.check.CheckBuilder<?, ?> asScala() {
    return new Built();
  }

  @Override
  public CheckType type() {
    return HttpCheckType.Status;
  }

  /** Gives the check whatever it is asked to make of it. */
  private final class Built implements io.gatling.core.check.CheckBuilder<Object, Object> {

    @Override
    @SuppressWarnings("unchecked") // for an HTTP request, C is HttpCheck
    public <C extends Check<R>, R> C build(CheckMaterializer<Object, C, R, Object> materializer) {
      return (C) check;
    }
  }
}
