package protocol.rpc.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import protocol.rpc.chain.Quantity;

/**
 * How a node wants to be asked to answer with the receipt ({@code eth_sendRawTransactionSync}): nodes differ in how they take the
 * time-out, if they take one at all. What one node does not understand is not tried again.
 */
final class SyncForm {

  /** The id of every request: each has its own connection. */
  static final long ID = 1;

  private volatile Form form = Form.NUMBER;

  /** A way to send. */
  enum Form {
    /** Asynchronous. */
    NONE,
    /** With the time-out as a number of milliseconds. */
    NUMBER,
    /** With the time-out as a quantity. */
    QUANTITY,
    /** Without a time-out. */
    ALONE;

    boolean isSync() {
      return this != NONE;
    }

    /** The request, which gives the node nine tenths of the time that it is waited for. */
    String request(String raw, Duration timeout) {
      long millis = timeout.toMillis() * 9 / 10;
      String params = switch (this) {
        case NONE, ALONE -> "[\"" + raw + "\"]";
        case NUMBER -> "[\"" + raw + "\"," + millis + "]";
        case QUANTITY -> "[\"" + raw + "\",\"" + Quantity.of(millis) + "\"]";
      };
      return "{\"jsonrpc\":\"2.0\",\"id\":" + ID + ",\"method\":\"eth_sendRawTransaction" + (isSync() ? "Sync" : "")
          + "\",\"params\":" + params + "}";
    }
  }

  Form form() {
    return form;
  }

  /** The node did not understand a form: whether there is another one to try. */
  synchronized boolean next(Form tried) {
    @Nullable
    Form other = switch (tried) {
      case NUMBER -> Form.QUANTITY;
      case QUANTITY -> Form.ALONE;
      case ALONE, NONE -> null;
    };
    if (other == null) {
      return false;
    }
    if (form == tried) {
      form = other;
    }
    return true;
  }
}
