package dev.drover.raft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member's folder: the file {@code lineage}, and {@code log} with one folder for the lineage's
 * group.
 */
record Storage(Path folder) {
  /** Far more than seven members take. */
  private static final long MAX_BYTES = 64 * 1024;

  /** So many damaged logs are kept. */
  private static final int KEPT = 3;

  /**
   * What the file says.
   *
   * @param members who began the lineage; none where this member joined it
   * @param after the group whose log is to be taken over; null once that is done
   */
  record Origin(Lineage lineage, List<Member> members, @Nullable UUID after) {}

  private Path file() {
    return folder.resolve("lineage");
  }

  /** Is there where the log counts no more, although it is there still. */
  private Path dropped() {
    return folder.resolve("dropped");
  }

  /** What the engine is given as its own. */
  Path logs() {
    return folder.resolve("log");
  }

  Path group(UUID id) {
    return logs().resolve(id.toString());
  }

  Optional<Origin> read() throws IOException {
    if (Files.exists(dropped())) {
      return Optional.empty();
    }
    try {
      if (Files.size(file()) > MAX_BYTES) {
        throw new DamagedException(file(), MAX_BYTES, "more bytes, expected no more");
      }
      return Optional.of(OriginText.parse(Files.readString(file())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new DamagedException(file(), 0, String.valueOf(e.getMessage()));
    }
  }

  /** Writes the origin, and makes the folders. */
  void write(Origin origin) throws IOException {
    Files.createDirectories(logs());
    Durable.write(file(), OriginText.of(origin).getBytes(StandardCharsets.UTF_8));
  }

  /** The lineage goes first: a lineage without its log would vote as if it had one. */
  void discard() throws IOException {
    if (Files.exists(folder)) {
      Durable.delete(file());
      Durable.delete(logs());
      Durable.delete(dropped());
    }
  }

  /** Says that the log counts no more. It may be open still, and is deleted later. */
  void drop() throws IOException {
    Durable.write(dropped(), new byte[0]);
  }

  /**
   * Keeps a log that is not what was written for people to look at, with those before it; the
   * oldest is deleted.
   *
   * @return where it is now
   */
  Path setAside() throws IOException {
    Durable.delete(aside(KEPT));
    for (int number = KEPT - 1; number > 0; number--) {
      if (Files.exists(aside(number))) {
        Durable.rename(aside(number), aside(number + 1));
      }
    }
    Path made = Files.createDirectories(aside(1));
    if (Files.exists(file())) {
      Durable.rename(file(), made.resolve("lineage"));
    }
    if (Files.exists(logs())) {
      Durable.rename(logs(), made.resolve("log"));
    }
    Durable.force(folder);
    return made;
  }

  /** Whether any log was set aside. */
  boolean hasSetAside() {
    return Files.exists(aside(1));
  }

  private Path aside(int number) {
    return folder.resolve("damaged-" + number);
  }

  /** Deletes whatever is not the group's. */
  void keepOnly(UUID id) throws IOException {
    Files.createDirectories(logs());
    List<Path> others;
    try (Stream<Path> found = Files.list(logs())) {
      others = found.filter(path -> !path.equals(group(id))).toList();
    }
    for (Path other : others) {
      Durable.delete(other);
    }
  }
}
