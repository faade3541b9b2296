package report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import report.Plot.Data;
import report.Plot.Point;
import report.Plot.Sheet;
import report.Plot.Stretch;
import report.RunSummary.Window;

/** The plots of each request, from a run's {@code latency.hlog}: one pass, and one histogram per series in memory. */
final class Charts {

  /** How many points a line over time has at most. */
  private static final int POINTS = 120;
  private static final int POINTS_PER_HALVING = 4;
  private static final double MILLIS = 1000;

  private final long zero;
  private final long width;
  private final Map<Series, Histogram> totals = new TreeMap<>();
  private final Map<String, OverTime> overTime = new TreeMap<>();
  private final List<Stretch> faults;

  /** The response times of one request, in stretches of equal length. */
  private static final class OverTime {
    private final Histogram current = LatencyRecorder.histogram();
    private final List<Point> median = new ArrayList<>();
    private final List<Point> p99 = new ArrayList<>();
    private final List<Point> rate = new ArrayList<>();
    private long stretch;

    void add(long next, Histogram histogram, long width) {
      if (next != stretch) {
        finish(width);
        for (long idle = stretch + 1; idle < next && !rate.isEmpty(); idle++) {
          rate.add(new Point((idle + 0.5) * width, 0));
        }
        stretch = next;
      }
      current.add(histogram);
    }

    void finish(long width) {
      if (current.getTotalCount() == 0) {
        return;
      }
      double middle = (stretch + 0.5) * width;
      median.add(new Point(middle, current.getValueAtPercentile(50)));
      p99.add(new Point(middle, current.getValueAtPercentile(99)));
      rate.add(new Point(middle, (double) current.getTotalCount() / width));
      current.reset();
    }
  }

  private Charts(long zero, long seconds, List<Stretch> faults) {
    this.zero = zero;
    this.faults = faults;
    this.width = Math.max(1, Math.ceilDiv(seconds, POINTS));
  }

  /** The plots of each request, by name; none for one that ended in a single stretch of time. */
  static Map<String, List<Plot>> of(RunSummary run, Path log) throws IOException {
    Charts charts = new Charts(run.run().path("zero").asLong(), TimeUnit.MILLISECONDS.toSeconds(run.durationMs()),
        run.faults().stream().flatMap(Charts::stretches).toList());
    LatencyLog.read(log, charts::add);
    Map<String, List<Plot>> plots = new TreeMap<>();
    charts.overTime.forEach((kind, times) -> {
      times.finish(charts.width);
      if (times.rate.size() < 2) {
        return;
      }
      plots.put(kind, List.of(charts.percentiles(kind), charts.latencies(times), charts.rate(times)));
    });
    return plots;
  }

  /** Broken until it was healed, then on its way until it worked again. */
  private static Stream<Stretch> stretches(Window window) {
    double from = window.startedMs() / MILLIS;
    Long healed = window.healedMs();
    if (healed == null) {
      return Stream.of(new Stretch(from, Double.MAX_VALUE, "fault", window.title()));
    }
    Stretch broken = new Stretch(from, healed / MILLIS, "fault", window.title());
    Long recovered = window.recoveredMs();
    return recovered == null ? Stream.of(broken)
        : Stream.of(broken, new Stretch(broken.to(), recovered / MILLIS, "recovery", window.title() + ", recovering"));
  }

  private void add(Series series, Histogram histogram) {
    if (!series.phase().equals(Series.TOTAL)) {
      return;
    }
    totals.computeIfAbsent(series, _ -> LatencyRecorder.histogram()).add(histogram);
    if (series.measure().equals(Series.RESPONSE)) {
      long second = TimeUnit.MILLISECONDS.toSeconds(histogram.getStartTimeStamp() - zero);
      overTime.computeIfAbsent(series.kind(), _ -> new OverTime()).add(second / width, histogram, width);
    }
  }

  private Plot percentiles(String kind) {
    List<Data> lines = new ArrayList<>();
    double least = Double.MAX_VALUE;
    double most = 1;
    long count = 1;
    for (String measure : List.of(Series.SERVICE, Series.RESPONSE, Series.LAG)) {
      Histogram histogram = totals.get(new Series(kind, Series.TOTAL, measure));
      if (histogram != null) {
        lines.add(new Data(measure, measure, points(histogram)));
        least = Math.min(least, measure.equals(Series.LAG) ? least : histogram.getMinValue());
        most = Math.max(most, histogram.getMaxValue());
        count = Math.max(count, histogram.getTotalCount());
      }
    }
    return Plot.of("latency by percentile", new Sheet(Axis.percentiles(count), Axis.latencies(least / 10, most)),
        lines);
  }

  private static List<Point> points(Histogram histogram) {
    List<Point> points = new ArrayList<>();
    for (HistogramIterationValue value : histogram.percentiles(POINTS_PER_HALVING)) {
      double share = 100 / Math.max(1e-3, 100 - value.getPercentileLevelIteratedTo());
      points.add(new Point(share, value.getValueIteratedTo()));
    }
    return points;
  }

  private Plot latencies(OverTime times) {
    double least = times.median.stream().mapToDouble(Point::up).min().orElse(1);
    double most = times.p99.stream().mapToDouble(Point::up).max().orElse(1);
    Sheet sheet = new Sheet(seconds(times), Axis.latencies(least, most));
    return Plot
        .of("response over time", sheet,
            List.of(new Data("median", "median", times.median), new Data("99 %", "p99", times.p99)))
        .shaded(sheet, faults);
  }

  private Plot rate(OverTime times) {
    double most = times.rate.stream().mapToDouble(Point::up).max().orElse(1);
    Sheet sheet = new Sheet(seconds(times), Axis.linear(most, Axis::number));
    return Plot.of("ended per second", sheet, List.of(new Data("ended per second", "rate", times.rate)))
        .shaded(sheet, faults);
  }

  private static Axis seconds(OverTime times) {
    double end = times.rate.getLast().across();
    return Axis.linear(end, seconds -> Axis.number(seconds) + " s").endingAt(end);
  }
}
