package protocol.engine;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections this process may have open: each is a file to the operating system, which limits them. */
final class OpenFiles {

  /** Below the 28,000 ports that a client has by default. */
  private static final long MOST = 16_384;
  private static final long LEAST = 64;
  /** For the journal, the libraries' archives, and whatever else the process may open. */
  private static final long OTHERS = 1_024;

  private OpenFiles() {}

  /** How many requests may be under way, each with a connection of its own. */
  static int connections() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? connections(unix.getMaxFileDescriptorCount())
        : (int) MOST;
  }

  /** Half of what is left: to every connection in use there may be another that is kept for later, to another server. */
  static int connections(long limit) {
    return Math.toIntExact(Math.clamp((limit - OTHERS) / 2, LEAST, MOST));
  }
}
