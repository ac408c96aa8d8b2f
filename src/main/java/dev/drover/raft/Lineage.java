package dev.drover.raft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Which history a member's log belongs to. A cluster begins with epoch 1; a survivor of two that
 * goes on alone begins the next epoch.
 *
 * <p>Before a member opens its log it tells its lineage to the others. The higher epoch wins:
 * whoever has a lower one discards its own and joins empty. The same epoch with another id cannot
 * come about by these rules; where it is seen, people decide.
 *
 * @param epoch 1 or more
 * @param id of the log, in no two lineages the same
 */
public record Lineage(long epoch, UUID id) {
  /**
   * Checks the epoch.
   *
   * @throws IllegalArgumentException where it is less than 1
   */
  public Lineage {
    if (epoch < 1) {
      throw new IllegalArgumentException("epoch `" + epoch + "`: expected 1 or more");
    }
  }

  /** Where a new cluster begins: every founding member makes the same of the same name. */
  public static Lineage first(String cluster) {
    return new Lineage(1, named("cluster " + cluster));
  }

  /** Where this one goes on with one survivor. Two survivors would make two lineages. */
  Lineage next(String survivor) {
    return new Lineage(epoch + 1, named(id + " " + (epoch + 1) + " " + survivor));
  }

  /**
   * Reads what a member's folder belongs to, opened or not.
   *
   * @return empty where the member has no log yet
   * @throws IOException where it cannot be read
   */
  public static Optional<Lineage> read(Path folder) throws IOException {
    return new Storage(folder).read().map(Storage.Origin::lineage);
  }

  /**
   * Forgets a member's log, so that it can join empty. Only while it is not open. Entries that only
   * this member has are lost: a member discards where another has a higher epoch, or where its log
   * is damaged and it is removed from the cluster before it is admitted again.
   */
  public static void discard(Path folder) throws IOException {
    new Storage(folder).discard();
  }

  /**
   * Says on disk that a member's log counts no more, also while it is open: whoever reads the
   * folder afterwards finds nothing, and the member joins empty.
   */
  public static void drop(Path folder) throws IOException {
    new Storage(folder).drop();
  }

  /**
   * The latest time of leading that a member's log tells of, also while it is not open: no leader
   * of an earlier one is to be obeyed.
   *
   * @return empty where it has no log, or has not voted in any election
   * @throws IOException where it cannot be read
   */
  public static Optional<Tenure> latest(Path folder) throws IOException {
    Storage storage = new Storage(folder);
    Optional<Lineage> lineage = storage.read().map(Storage.Origin::lineage);
    return lineage.isEmpty()
        ? Optional.empty()
        : new LogFolder(storage.group(lineage.get().id()))
            .term()
            .map(term -> new Tenure(lineage.get().epoch(), term));
  }

  /**
   * Keeps a damaged log, which is not open, under another name, so that the member can join empty.
   * The newest three are kept.
   *
   * @return where it is now
   */
  public static Path setAside(Path folder) throws IOException {
    return new Storage(folder).setAside();
  }

  /** Whether a log was set aside: whoever had one must not found the cluster anew. */
  public static boolean isSetAside(Path folder) {
    return new Storage(folder).hasSetAside();
  }

  private static UUID named(String what) {
    return UUID.nameUUIDFromBytes(("drover " + what).getBytes(StandardCharsets.UTF_8));
  }
}
