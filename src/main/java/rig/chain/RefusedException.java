package rig.chain;

import java.io.IOException;

/** The chain answered that it will not do it; nothing has happened. Any other {@link IOException} leaves that open. */
public final class RefusedException extends IOException {

  private static final long serialVersionUID = 1;

  RefusedException(String reason) {
    super(reason);
  }
}
