package dev.drover.raft;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of a log, by the names that Ratis gives: {@code log_START-END}, or {@code
 * log_inprogress_START} for the one that is written to.
 *
 * @param start index of its first entry
 * @param end index of its last entry; empty while it is written to
 */
record Segment(Path file, long start, OptionalLong end) {
  private static final Pattern CLOSED = Pattern.compile("log_(\\d+)-(\\d+)");
  private static final Pattern OPEN = Pattern.compile("log_inprogress_(\\d+)");

  /** Empty where the file is no part of a log. */
  static Optional<Segment> of(Path file) {
    String name = String.valueOf(file.getFileName());
    Matcher closed = CLOSED.matcher(name);
    if (closed.matches()) {
      return Optional.of(
          new Segment(
              file,
              Long.parseLong(closed.group(1)),
              OptionalLong.of(Long.parseLong(closed.group(2)))));
    }
    Matcher open = OPEN.matcher(name);
    return open.matches()
        ? Optional.of(new Segment(file, Long.parseLong(open.group(1)), OptionalLong.empty()))
        : Optional.empty();
  }
}
