package dev.drover.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Figures as people read them, and tables of them. */
final class Markdown {
  private static final double THOUSAND = 1_000;

  private Markdown() {}

  /** A row of a table. */
  static String row(Object... cells) {
    return "| " + String.join(" | ", Arrays.stream(cells).map(String::valueOf).toList()) + " |";
  }

  /** A table's first two rows: the first columns hold words, the others figures. */
  static List<String> head(int words, String... titles) {
    String[] lines = new String[titles.length];
    Arrays.fill(lines, "---:");
    Arrays.fill(lines, 0, words, "---");
    return List.of(row((Object[]) titles), row((Object[]) lines));
  }

  /** A time, from microseconds to seconds; three digits. */
  static String time(double seconds) {
    if (Double.isNaN(seconds)) {
      return "–";
    }
    return seconds >= 1 ? digits(seconds) + " s" : digits(seconds * THOUSAND) + " ms";
  }

  static String megabytes(long bytes) {
    return bytes == 0 ? "–" : (bytes >> 20) + " MB";
  }

  static String times(double factor) {
    return Double.isNaN(factor) ? "–" : digits(factor);
  }

  private static String digits(double value) {
    int places = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
