package report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * One direction of a plot.
 *
 * @param from the value at the axis' beginning
 * @param to the value at its end
 * @param logarithmic whether each step is a factor
 * @param marks where lines and labels are
 */
record Axis(double from, double to, boolean logarithmic, List<Mark> marks) {

  /** A labelled value. */
  record Mark(double value, String label) {}

  private static final int STEPS = 4;

  /** Latencies in microseconds: whole decades around the given ones. */
  static Axis latencies(double least, double most) {
    int low = (int) Math.floor(Math.log10(Math.max(1, least)));
    int high = Math.max(low + 1, (int) Math.ceil(Math.log10(Math.max(1, most))));
    List<Mark> marks = new ArrayList<>();
    for (int decade = low; decade <= high; decade++) {
      double micros = Math.pow(10, decade);
      marks.add(new Mark(micros, latency(micros)));
    }
    return new Axis(Math.pow(10, low), Math.pow(10, high), true, marks);
  }

  /** Percentiles by the number of nines, as far as so many values can tell. */
  static Axis percentiles(long count) {
    List<Mark> marks = new ArrayList<>(List.of(new Mark(1, "0"), new Mark(2, "50 %")));
    String label = "90";
    double to = 10;
    for (double share = 10; share <= 1e5 && share <= Math.max(100, count); share *= 10) {
      marks.add(new Mark(share, label + " %"));
      to = share;
      label = label.equals("90") ? "99" : label.equals("99") ? "99.9" : label + "9";
    }
    return new Axis(1, Math.max(to, Math.min(count, 1e5)), true, marks);
  }

  /** From 0 in four or five round steps. */
  static Axis linear(double most, DoubleFunction<String> label) {
    double rough = Math.max(most, 1e-9) / STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; (i - 1) * step < most; i++) {
      marks.add(new Mark(i * step, label.apply(i * step)));
    }
    return new Axis(0, marks.getLast().value(), false, marks);
  }

  /** The same, but ending where the data does. */
  Axis endingAt(double end) {
    return new Axis(from, end, logarithmic, marks.stream().filter(mark -> mark.value() <= end).toList());
  }

  /** Where a value is, from 0 (the beginning) to 1 (the end). */
  double at(double value) {
    double share = logarithmic ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
        : (value - from) / (to - from);
    return Math.clamp(share, 0, 1);
  }

  /** A number without needless digits. */
  static String number(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.3g", value);
  }

  private static String latency(double micros) {
    if (micros < 1e3) {
      return number(micros) + " µs";
    }
    return micros < 1e6 ? number(micros / 1e3) + " ms" : number(micros / 1e6) + " s";
  }
}
