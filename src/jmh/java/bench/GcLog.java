package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a process that was started with {@code -Xlog:gc:file=…} tells of its heap. */
final class GcLog {

  private static final Pattern PAUSE = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

  private GcLog() {}

  /** One line for people. */
  static String figures(Path log) throws IOException {
    List<MatchResult> pauses = PAUSE.matcher(Files.readString(log)).results().toList();
    return String.format(Locale.ROOT,
        "heap: at most %d MB before a collection and %d MB after; %d pauses, %.0f ms in all, the longest %.1f ms",
        pauses.stream().mapToInt(pause -> Integer.parseInt(pause.group(1))).max().orElse(0),
        pauses.stream().mapToInt(pause -> Integer.parseInt(pause.group(2))).max().orElse(0), pauses.size(),
        pauses.stream().mapToDouble(pause -> Double.parseDouble(pause.group(3))).sum(),
        pauses.stream().mapToDouble(pause -> Double.parseDouble(pause.group(3))).max().orElse(0));
  }
}
