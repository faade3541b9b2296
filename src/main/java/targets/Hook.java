package targets;

import java.net.URI;
import java.util.List;

/** Something that the target's owner lets Broadside do to it. */
public sealed interface Hook {

  /**
   * An empty POST; done when it is answered with 2xx.
   *
   * @param url where to
   */
  record Call(URI url) implements Hook {}

  /**
   * A program on the injector's machine; done when it has ended with 0.
   *
   * @param words the program and its arguments, for example {@code docker kill order-service}; no shell is involved
   */
  record Command(List<String> words) implements Hook {}
}
