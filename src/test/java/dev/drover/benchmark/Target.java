package dev.drover.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Something that Drover set itself, and whether it holds.
 *
 * @param found the figure, in words; what was not measured is not met
 */
record Target(String aim, String found, boolean met) {
  private static final double FASTER = 20;
  private static final double LONGEST_SECONDS = 10;
  private static final long MOST_BYTES = 4L << 30;
  private static final double MOST_GROWTH = 15;

  private static final Size SMALL = new Size(1_000, 16);
  private static final Size LARGE = new Size(10_000, 16);
  private static final Size LARGEST = new Size(10_000, 100);

  /** The line that says so. */
  String line() {
    return "- " + (met ? "met" : "**missed**") + ": " + aim + ": " + found;
  }

  /** What is aimed at over a folder of inputs that both have decided about. */
  static Target forFolder(Folder folder) {
    return new Target(
        "the whole folder in less time than Pacemaker",
        Markdown.time(folder.drover()) + " and " + Markdown.time(folder.pacemaker()),
        folder.drover() < folder.pacemaker());
  }

  /** What is aimed at with generated clusters, as far as it was measured. */
  static List<Target> forSizes(List<Measured> all) {
    List<Target> targets = new ArrayList<>();
    find(all, SMALL, Occasion.FIRST_PLACEMENT)
        .ifPresent(
            one ->
                targets.add(
                    new Target(
                        "1 000 primitives, first placement, in 1/20 of Pacemaker's time",
                        "1/" + Markdown.times(one.ratio()),
                        one.ratio() >= FASTER)));
    for (Occasion occasion : Occasion.values()) {
      find(all, LARGEST, occasion)
          .ifPresent(
              one ->
                  targets.add(
                      new Target(
                          "10 000 primitives on 100 nodes, "
                              + occasion.words()
                              + ", in 10 s and 4 GB",
                          one.drover().isThere()
                              ? Markdown.time(one.droverSeconds())
                                  + ", "
                                  + Markdown.megabytes(one.drover().peakBytes())
                              : one.drover().trouble(),
                          one.droverSeconds() <= LONGEST_SECONDS
                              && one.drover().peakBytes() <= MOST_BYTES)));
      double growth = growth(all, occasion, Measured::droverSeconds);
      if (!Double.isNaN(growth)) {
        targets.add(
            new Target(
                "10 000 primitives take at most 15 times as long as 1 000, " + occasion.words(),
                Markdown.times(growth),
                growth <= MOST_GROWTH));
      }
    }
    return targets;
  }

  /** How many times as long 10 000 primitives take as 1 000, on equal nodes; NaN if not known. */
  static double growth(List<Measured> all, Occasion occasion, ToDoubleFunction<Measured> seconds) {
    Optional<Measured> small = find(all, SMALL, occasion);
    Optional<Measured> large = find(all, LARGE, occasion);
    return small.isEmpty() || large.isEmpty()
        ? Double.NaN
        : seconds.applyAsDouble(large.get()) / seconds.applyAsDouble(small.get());
  }

  private static Optional<Measured> find(List<Measured> all, Size size, Occasion occasion) {
    return all.stream()
        .filter(one -> one.size().equals(size) && one.occasion() == occasion)
        .findFirst();
  }
}
