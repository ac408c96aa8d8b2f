package dev.drover.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two schedulers took for the inputs of one folder that both have decided about.
 *
 * @param both the inputs' file names
 */
record Folder(Timing droverTiming, Timing pacemakerTiming, Set<String> both) {
  static Folder of(Timing drover, Timing pacemaker) {
    Set<String> both = new TreeSet<>(drover.seconds().keySet());
    if (pacemaker.isThere()) {
      both.retainAll(pacemaker.seconds().keySet());
    }
    return new Folder(drover, pacemaker, both);
  }

  /** Seconds in which Drover has decided about all of them. */
  double drover() {
    return sum(droverTiming.seconds());
  }

  /** The same for Pacemaker; NaN where it is not there. */
  double pacemaker() {
    return pacemakerTiming.isThere() ? sum(pacemakerTiming.seconds()) : Double.NaN;
  }

  private double sum(Map<String, Double> seconds) {
    return both.stream().mapToDouble(name -> seconds.getOrDefault(name, Double.NaN)).sum();
  }

  /** The lines of the report. */
  List<String> report(String pacemaker) {
    List<String> lines =
        new ArrayList<>(Markdown.head(1, "", "all", "median", "slowest", "peak memory"));
    lines.add(row("Drover", droverTiming.seconds(), droverTiming.peakBytes()));
    lines.add(row("Drover, reading the file", droverTiming.readingSeconds(), 0));
    if (!pacemakerTiming.isThere()) {
      lines.add(Markdown.row(pacemaker, pacemakerTiming.trouble(), "", "", ""));
      return lines;
    }
    lines.add(row(pacemaker, pacemakerTiming.seconds(), pacemakerTiming.peakBytes()));
    long faster =
        both.stream()
            .filter(name -> droverTiming.seconds().get(name) <= pacemakerTiming.seconds().get(name))
            .count();
    lines.add("");
    lines.add(
        "Drover takes "
            + Markdown.times(drover() / pacemaker())
            + " of Pacemaker's time, and is the faster one for "
            + faster
            + " of "
            + both.size()
            + " inputs.");
    return lines;
  }

  private String row(String title, Map<String, Double> seconds, long peak) {
    String slowest = both.stream().max(Comparator.comparingDouble(seconds::get)).orElseThrow();
    return Markdown.row(
        title,
        Markdown.time(sum(seconds)),
        Markdown.time(Timing.median(both.stream().map(seconds::get).toList())),
        Markdown.time(seconds.get(slowest)) + " (" + slowest + ")",
        Markdown.megabytes(peak));
  }
}
