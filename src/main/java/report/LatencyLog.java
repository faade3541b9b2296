package report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/** The file {@code latency.hlog}: the latencies of each second, in the format of HdrHistogram's own tools, one tag per {@link Series}. */
final class LatencyLog implements AutoCloseable {

  static final String FILE = "latency.hlog";

  /** The log's maximum column is in milliseconds, our values are in microseconds. */
  private static final double MICROS_PER_MILLI = 1000.0;
  private static final int BUFFER = 1 << 16;

  private final PrintStream out;
  private final HistogramLogWriter log;
  private boolean begun;

  private LatencyLog(OutputStream file) {
    out = new PrintStream(new BufferedOutputStream(file, BUFFER), false, StandardCharsets.UTF_8);
    log = new HistogramLogWriter(out);
  }

  /** Begins a log, in place of one that may be there. */
  static LatencyLog create(Path path) throws IOException {
    return new LatencyLog(Files.newOutputStream(path));
  }

  /** Writes the head, once: times in the log are seconds since the run's zero, given in milliseconds since the epoch. */
  void begin(long zero) {
    if (!begun) {
      begun = true;
      log.outputComment("[Broadside: latencies in microseconds, tags are request/phase/series]");
      log.outputLogFormatVersion();
      log.outputBaseTime(zero);
      log.outputStartTime(zero);
      log.outputLegend();
    }
  }

  /** Writes the latencies of one second of one series. */
  void write(long second, Series series, Histogram histogram) {
    begin(0);
    histogram.setTag(series.tag());
    log.outputIntervalHistogram(second, second + 1, histogram, MICROS_PER_MILLI);
  }

  /** Throws when anything could not be written. */
  @Override
  public void close() throws IOException {
    boolean failed = out.checkError();
    log.close();
    if (failed) {
      throw new IOException(FILE + " could not be written whole");
    }
  }

  /** Hands out every series of every second, in the order of the file. */
  static void read(Path path, BiConsumer<Series, Histogram> reader) throws IOException {
    try (HistogramLogReader lines = new HistogramLogReader(path.toFile())) {
      for (EncodableHistogram next = lines.nextIntervalHistogram(); next != null; next = lines
          .nextIntervalHistogram()) {
        reader.accept(Series.of(next.getTag()), (Histogram) next);
      }
    }
  }

  /** The sum of each series over the whole log. */
  static Map<Series, Histogram> totals(Path path) throws IOException {
    Map<Series, Histogram> totals = new TreeMap<>();
    read(path, (series, histogram) -> totals.computeIfAbsent(series, _ -> LatencyRecorder.histogram()).add(histogram));
    return totals;
  }
}
