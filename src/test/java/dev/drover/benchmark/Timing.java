package dev.drover.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long one program took for each input of a folder.
 *
 * @param seconds by the input's file name
 * @param readingSeconds what reading the input took besides; empty where that is not told
 * @param peakBytes the most memory the program came to
 * @param trouble why there are no times, in words; empty where there are
 */
record Timing(
    Map<String, Double> seconds,
    Map<String, Double> readingSeconds,
    long peakBytes,
    String trouble) {

  /** A program that came to no end. */
  static Timing none(String trouble, long peakBytes) {
    return new Timing(Map.of(), Map.of(), peakBytes, trouble);
  }

  boolean isThere() {
    return trouble.isEmpty();
  }

  /** What several runs of the same have in common: medians, and the largest memory. */
  static Timing medianOf(List<Timing> runs) {
    for (Timing run : runs) {
      if (!run.isThere()) {
        return run;
      }
    }
    return new Timing(
        medians(runs.stream().map(Timing::seconds).toList()),
        medians(runs.stream().map(Timing::readingSeconds).toList()),
        runs.stream().mapToLong(Timing::peakBytes).max().orElse(0),
        "");
  }

  private static Map<String, Double> medians(List<Map<String, Double>> runs) {
    Map<String, List<Double>> byName = new TreeMap<>();
    runs.forEach(
        run ->
            run.forEach(
                (name, value) -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(value)));
    Map<String, Double> medians = new TreeMap<>();
    byName.forEach((name, values) -> medians.put(name, median(values)));
    return medians;
  }

  /** The middle of some values, of which there must be one at least. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
