package dev.drover.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;

/** The files of one group, while the engine has them closed. */
record LogFolder(Path group) {
  private static final String SNAPSHOTS = "sm";

  /** Where the engine keeps log, vote and configuration. */
  Path current() {
    return group.resolve("current");
  }

  /** The latest term that the engine has written down; empty where there is none. */
  Optional<Long> term() throws IOException {
    Path file = current().resolve("raft-meta");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    for (String line : Files.readAllLines(file)) {
      if (line.matches("term=\\d{1,18}")) {
        return Optional.of(Long.parseLong(line.substring("term=".length())));
      }
    }
    return Optional.empty();
  }

  /** Where it keeps snapshots. */
  Path snapshots() {
    return group.resolve(SNAPSHOTS);
  }

  /**
   * Reads the whole log and cuts off an entry that was not written to its end, as a power failure
   * leaves it: this member never said that it had it.
   *
   * @throws DamagedException where the log is not what was written
   */
  void mend() throws IOException {
    for (Segment segment : segments()) {
      long expected =
          segment.end().isPresent()
              ? segment.end().getAsLong() - segment.start() + 1
              : Long.MAX_VALUE;
      SegmentReader.Found found = read(segment, expected);
      boolean closed = segment.end().isPresent();
      if (closed && found.entries() < expected) {
        throw new DamagedException(
            segment.file(), found.end(), "`" + found.entries() + "` entries, expected " + expected);
      }
      if (!closed && found.torn()) {
        Durable.cut(segment.file(), found.end());
      }
    }
  }

  /** The index of the last entry, in the log or in a snapshot; -1 where there is none. */
  long lastIndex() throws IOException {
    long last = lastSnapshot();
    for (Segment segment : segments()) {
      last =
          Math.max(
              last,
              segment.end().isPresent()
                  ? segment.end().getAsLong()
                  : segment.start() + read(segment, Long.MAX_VALUE).entries() - 1);
    }
    return last;
  }

  /**
   * Makes another folder of the same content. What is never written to again is linked, so that
   * little is copied; the rest may still be written to, at its end.
   */
  void copyTo(LogFolder other) throws IOException {
    for (String part : List.of("current", SNAPSHOTS)) {
      Path to = Files.createDirectories(other.group().resolve(part));
      for (Path file : list(group.resolve(part))) {
        Path copy = to.resolve(String.valueOf(file.getFileName()));
        if (part.equals(SNAPSHOTS)
            || Segment.of(file).filter(segment -> segment.end().isPresent()).isPresent()) {
          Files.createLink(copy, file);
        } else {
          Durable.copy(file, copy);
        }
      }
      Durable.force(to);
    }
    Durable.force(other.group());
  }

  private static SegmentReader.Found read(Segment segment, long limit) throws IOException {
    return new SegmentReader(segment.file()).read(limit);
  }

  private List<Segment> segments() throws IOException {
    return list(current()).stream()
        .map(Segment::of)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingLong(Segment::start))
        .toList();
  }

  private long lastSnapshot() throws IOException {
    return list(snapshots()).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .map(SimpleStateMachineStorage.SNAPSHOT_REGEX::matcher)
        .filter(Matcher::matches)
        .mapToLong(name -> Long.parseLong(name.group(2)))
        .max()
        .orElse(-1);
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
