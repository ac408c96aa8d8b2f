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

  private static UUID named(String what) {
    return UUID.nameUUIDFromBytes(("drover " + what).getBytes(StandardCharsets.UTF_8));
  }
}
