package invariant;

import history.Operation;
import history.Outcome;
import invariant.Channels.Channel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A channel whose end was confirmed is closed at all its wallets, and in their databases. */
public final class ChannelsThatShouldCloseAreClosed implements Invariant {

  private static final String CLOSED = "closed";

  @Override
  public String title() {
    return "channels that should close are closed";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Ends(evidence.book(Channels.class, Channels::new));
  }

  private static final class Ends implements Examination {

    private final Findings findings = new Findings("unclosed channel");
    private final Map<String, Map<String, String>> notClosed = new HashMap<>();
    private final Set<String> unreadDatabases = new HashSet<>();
    private final Channels channels;

    Ends(Channels channels) {
      this.channels = channels;
    }

    @Override
    public void see(Operation operation) {
      notClosed(operation, notClosed, unreadDatabases);
    }

    @Override
    public Verdict verdict() {
      unreadDatabases.forEach(server -> findings.open("the database of " + server + " could not be read"));
      channels.openUnread(findings);
      long toClose = 0;
      long read = 0;
      for (Channel channel : channels.all()) {
        judge(channel, notClosed.getOrDefault(channel.id, Map.of()), findings);
        read += channel.reads.isEmpty() ? 0 : 1;
        toClose += channel.reads.isEmpty() || channel.end == null ? 0 : 1;
      }
      return findings.verdict(Findings.count(read, "channel") + ", of which " + toClose + " had to close, and did");
    }
  }

  private static void notClosed(Operation read, Map<String, Map<String, String>> notClosed, Set<String> unread) {
    boolean row = read.kind().equals(Kinds.READ_ROW);
    String server = read.asked().path("server").asText();
    String status = read.answered().path("status").asText();
    if (row && !read.ok()) {
      unread.add(server);
    } else if ((row || read.kind().equals(Kinds.READ_CHANNEL)) && read.ok() && !status.equals(CLOSED)) {
      notClosed.computeIfAbsent(read.entity().toLowerCase(Locale.ROOT), _ -> new HashMap<>(4))
          .put(row ? "the database of " + server : server, status);
    }
  }

  private static void judge(Channel channel, Map<String, String> notClosed, Findings findings) {
    if (!channel.reads.isEmpty()) {
      findings.checked();
    }
    if (channel.end == null || channel.warmUp && channel.reads.isEmpty()) {
      return;
    }
    if (channel.end instanceof Outcome.Unknown && channel.reads.isEmpty()) {
      findings.open(channel + " may or may not have been closed, and was not read");
    }
    notClosed.forEach((where, status) -> {
      if (channel.end instanceof Outcome.Ok) {
        findings.broken(channel + " was closed, and is " + status + " in " + where);
      } else {
        findings.open(channel + " may or may not have been closed, and is " + status + " in " + where);
      }
    });
  }
}
