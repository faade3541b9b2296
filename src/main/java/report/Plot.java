package report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A plot in pixels, ready to be drawn as SVG.
 *
 * @param title what it shows
 * @param across marks of the horizontal axis
 * @param up marks of the vertical axis
 * @param lines the data
 * @param bands stretches of the horizontal axis that are shaded
 */
record Plot(String title, List<Tick> across, List<Tick> up, List<Line> lines, List<Band> bands) {

  static final int WIDTH = 560;
  static final int HEIGHT = 240;
  private static final int LEFT = 60;
  private static final int RIGHT = 16;
  private static final int TOP = 12;
  private static final int BOTTOM = 28;

  /** A mark at so many pixels from the left or the top. */
  record Tick(String at, String label) {}

  /**
   * One line.
   *
   * @param name for the legend
   * @param css the class that gives its colour
   * @param path its SVG path
   */
  record Line(String name, String css, String path) {}

  /**
   * A shaded stretch.
   *
   * @param x its left side
   * @param css the class that gives its colour
   * @param hint what it is
   */
  record Band(String x, String width, String css, String hint) {}

  /** A stretch in the units of the horizontal axis. */
  record Stretch(double from, double to, String css, String hint) {}

  /** A place in the units of the axes. */
  record Point(double across, double up) {}

  /** One line's data. */
  record Data(String name, String css, List<Point> points) {}

  /** What a plot is drawn on. */
  record Sheet(Axis across, Axis up) {

    String x(double value) {
      return pixels(LEFT + across.at(value) * (WIDTH - LEFT - RIGHT));
    }

    /** None where the axis does not reach. */
    Stream<Band> band(Stretch stretch) {
      double wide = (across.at(stretch.to()) - across.at(stretch.from())) * (WIDTH - LEFT - RIGHT);
      return wide <= 0 ? Stream.of()
          : Stream.of(new Band(x(stretch.from()), pixels(Math.max(1, wide)), stretch.css(), stretch.hint()));
    }

    String y(double value) {
      return pixels(HEIGHT - BOTTOM - up.at(value) * (HEIGHT - TOP - BOTTOM));
    }
  }

  static Plot of(String title, Sheet sheet, List<Data> data) {
    return new Plot(title,
        sheet.across().marks().stream().map(mark -> new Tick(sheet.x(mark.value()), mark.label())).toList(),
        sheet.up().marks().stream().map(mark -> new Tick(sheet.y(mark.value()), mark.label())).toList(),
        data.stream().map(line -> new Line(line.name(), line.css(), path(sheet, line.points()))).toList(), List.of());
  }

  /** The same with these stretches shaded. */
  Plot shaded(Sheet sheet, List<Stretch> stretches) {
    return new Plot(title, across, up, lines, stretches.stream().flatMap(sheet::band).toList());
  }

  private static String path(Sheet sheet, List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? "M" : "L").append(sheet.x(point.across())).append(' ').append(sheet.y(point.up()));
    }
    return path.toString();
  }

  private static String pixels(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
