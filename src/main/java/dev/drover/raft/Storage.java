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

  /** What the engine is given as its own. */
  Path logs() {
    return folder.resolve("log");
  }

  Path group(UUID id) {
    return logs().resolve(id.toString());
  }

  Optional<Origin> read() throws IOException {
    try {
      if (Files.size(file()) > MAX_BYTES) {
        throw new IOException(file() + ": longer than `" + MAX_BYTES + "` bytes");
      }
      return Optional.of(OriginText.parse(Files.readString(file())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException(file() + ": " + e.getMessage(), e);
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
    }
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
