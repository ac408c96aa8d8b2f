package dev.drover.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The tables of what generated clusters took. */
final class SizeReport {
  private SizeReport() {}

  static List<String> head(String pacemaker) {
    return Markdown.head(
        3,
        "primitives",
        "nodes",
        "occasion",
        "Drover",
        "reading the file",
        "peak memory",
        pacemaker,
        "its peak memory",
        "times Drover's time");
  }

  static String row(Measured measured) {
    Timing drover = measured.drover();
    Timing pacemaker = measured.pacemaker();
    return Markdown.row(
        measured.size().primitives(),
        measured.size().nodes(),
        measured.occasion().words(),
        drover.isThere() ? Markdown.time(measured.droverSeconds()) : drover.trouble(),
        Markdown.time(drover.readingSeconds().values().stream().findFirst().orElse(Double.NaN)),
        Markdown.megabytes(drover.peakBytes()),
        pacemaker.isThere() ? Markdown.time(measured.pacemakerSeconds()) : pacemaker.trouble(),
        Markdown.megabytes(pacemaker.peakBytes()),
        Markdown.times(measured.ratio()));
  }

  /** How many times as long ten times as many primitives take. */
  static List<String> growth(List<Measured> all, String pacemaker) {
    List<String> lines =
        new ArrayList<>(
            Markdown.head(1, "from 1 000 to 10 000 primitives on 16 nodes", "Drover", pacemaker));
    for (Occasion occasion : Occasion.values()) {
      lines.add(
          Markdown.row(
              occasion.words(),
              Markdown.times(Target.growth(all, occasion, Measured::droverSeconds)),
              Markdown.times(Target.growth(all, occasion, Measured::pacemakerSeconds))));
    }
    return lines;
  }
}
