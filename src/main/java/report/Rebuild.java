package report;

import history.Event;
import history.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Makes what remains of a run again, from the journal in its folder. */
public final class Rebuild {

  private static final String JOURNAL = "history.jsonl";

  private Rebuild() {}

  /** One journal, and the event that comes next. */
  private record Cursor(Event next, Iterator<Event> rest) {}

  /**
   * Writes everything but the journal into its folder.
   *
   * @throws NoSuchFileException when the folder has no journal
   * @throws java.io.UncheckedIOException when the journal is damaged, other than by a cut at its end
   */
  public static RunSummary of(Path folder) throws IOException {
    return of(List.of(folder), folder);
  }

  /**
   * Writes what remains of a run that several injectors shared, as if one had done it all: every count is exactly the sum. Their times are
   * laid over each other at their zeros.
   *
   * @param folders of each injector's run
   * @param into is made when it is not there
   */
  public static RunSummary of(List<Path> folders, Path into) throws IOException {
    List<Path> journals = folders.stream().map(folder -> folder.resolve(JOURNAL)).toList();
    for (Path journal : journals) {
      if (!Files.isRegularFile(journal)) {
        throw new NoSuchFileException(journal.toString());
      }
    }
    Files.createDirectories(into);
    List<Stream<Event>> streams = new ArrayList<>();
    try (RunReport report = RunReport.begin(into)) {
      journals.forEach(journal -> streams.add(new JournalFile(journal).events()));
      inOrder(streams, report);
      return report.write(into);
    } finally {
      streams.forEach(Stream::close);
    }
  }

  /** Hands out the events of all streams by time, so that each second's latencies come together. */
  private static void inOrder(List<Stream<Event>> streams, RunReport report) {
    PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparingLong(cursor -> cursor.next().time()));
    streams.forEach(stream -> advance(stream.iterator(), cursors));
    while (!cursors.isEmpty()) {
      Cursor cursor = cursors.remove();
      report.accept(cursor.next());
      advance(cursor.rest(), cursors);
    }
  }

  private static void advance(Iterator<Event> events, PriorityQueue<Cursor> cursors) {
    if (events.hasNext()) {
      cursors.add(new Cursor(events.next(), events));
    }
  }
}
