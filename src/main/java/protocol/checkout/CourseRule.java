package protocol.checkout;

import org.jspecify.annotations.Nullable;
import protocol.engine.Expectation;
import protocol.engine.HttpAnswer;

/**
 * When the course's own tool, of 2021 to 2023, counts a request as failed. Its redirects are not followed here; and a request without an answer
 * is KO in Gatling whatever is expected.
 */
enum CourseRule implements Expectation {
  /** The answer is not JSON; or 400 and above, which is Locust's own rule where the tool has none. */
  JSON {
    @Override
    public @Nullable String complaint(HttpAnswer answer) {
      return answer.isJson() ? BELOW_400.complaint(answer) : "SERVER ERROR";
    }
  },
  /** 400 and above: Locust's own rule. */
  BELOW_400 {
    @Override
    public @Nullable String complaint(HttpAnswer answer) {
      return answer.status() < 400 ? null : Expectation.told(answer);
    }
  },
  /** 400 to 499, and nothing else. */
  NOT_4XX {
    @Override
    public @Nullable String complaint(HttpAnswer answer) {
      return answer.status() / 100 == 4 ? Expectation.told(answer) : null;
    }
  },
  /** Anything but 400 to 499: of a checkout that must be refused. */
  ANY_4XX {
    @Override
    public @Nullable String complaint(HttpAnswer answer) {
      return answer.status() / 100 == 4 ? null : "This was supposed to fail";
    }
  }
}
