package account;

import java.io.IOException;

/** As much has been spent as may be; nothing was sent. */
public final class SpendingCapException extends IOException {

  private static final long serialVersionUID = 1;

  SpendingCapException(String message) {
    super(message);
  }
}
