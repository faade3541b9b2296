package simulations.checkout;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.exec.Executable;
import java.time.Duration;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;

/** How long a shopper thinks after each step. */
enum Think {
  /** Not at all. */
  NONE(0, 0),
  /** 1 to 3 seconds, as the course's tool has it in its code. */
  CODE(1, 3),
  /** 1 to 15 seconds, as the course's tool has it in its README. */
  README(1, 15);

  private final Duration least;
  private final Duration most;

  Think(int least, int most) {
    this.least = Duration.ofSeconds(least);
    this.most = Duration.ofSeconds(most);
  }

  /** The steps, with thinking after each of them. */
  ChainBuilder after(Executable... steps) {
    ChainBuilder chain = exec(session -> session);
    for (Executable step : steps) {
      chain = most.isZero() ? chain.exec(step) : chain.exec(step, pause(least, most));
    }
    return chain;
  }
}
