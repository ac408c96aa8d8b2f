package dev.drover.raft;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a member replicates.
 *
 * @param folder of this member's log, which nothing else uses; made where it is missing
 * @param electionMin the shortest silence of a leader before an election; 50 ms or more
 * @param electionMax the longest; more than the shortest
 * @param stepDownWait how long a leader that has lost its majority stays out of elections
 * @param snapshotEvery entries between two snapshots, 1 or more; the log before one is dropped
 * @param maxEntryBytes what one entry may hold, 1 byte to 4 MiB
 * @param maxPending how many appends may wait at a time, 1 to 65536
 */
public record Settings(
    Path folder,
    Duration electionMin,
    Duration electionMax,
    Duration stepDownWait,
    long snapshotEvery,
    int maxEntryBytes,
    int maxPending) {
  /** What one message between members can carry with room to spare. */
  private static final int ENTRY_LIMIT = 4 << 20;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with the value in backticks
   */
  public Settings {
    check("electionMin", electionMin, electionMin.toMillis() >= 50, "50 ms or more");
    check("electionMax", electionMax, electionMax.compareTo(electionMin) > 0, "more than the min");
    check("stepDownWait", stepDownWait, !stepDownWait.isNegative(), "0 s or more");
    check("snapshotEvery", snapshotEvery, snapshotEvery >= 1, "1 or more");
    check(
        "maxEntryBytes",
        maxEntryBytes,
        maxEntryBytes >= 1 && maxEntryBytes <= ENTRY_LIMIT,
        "1 to " + ENTRY_LIMIT);
    check("maxPending", maxPending, maxPending >= 1 && maxPending <= 65536, "1 to 65536");
  }

  /** The usual: elections after 0.5 to 1 s, as below that a busy machine loses its leader. */
  public static Settings in(Path folder) {
    return new Settings(
        folder,
        Duration.ofMillis(500),
        Duration.ofMillis(1000),
        Duration.ofSeconds(1),
        10_000,
        1 << 20,
        1024);
  }

  private static void check(String name, Object value, boolean good, String expected) {
    if (!good) {
      throw new IllegalArgumentException(name + " `" + value + "`: expected " + expected);
    }
  }
}
