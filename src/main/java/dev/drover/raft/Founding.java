package dev.drover.raft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.util.MD5FileUtil;

/**
 * The same beginning of the log at every founding member: a snapshot of nothing, as of an entry 0
 * of term 1 that all have.
 *
 * <p>In Ratis a leader's entries make a candidate refuse the votes of members whose log is empty,
 * because they may have lost it. A founding member that no entry had reached yet, beside a witness
 * or member that had one, could so neither lead nor vote until the third was back. A member of
 * Drover that has lost its log is never founded again, but joins and has no vote until it has
 * caught up; so what a founding member says of its log is true.
 */
final class Founding {
  private static final long TERM = 1;

  /** A place in the log that never holds an entry of the applier. */
  static final long INDEX = 0;

  /** Never read: members know what nothing is. */
  private static final String NOTHING = "nothing\n";

  /** Who has voted for nobody yet, in Ratis' file. */
  private static final String VOTE = "term=0\nvotedFor=\n";

  private Founding() {}

  /** Writes the beginning into a folder that holds nothing. */
  static void begin(LogFolder log) throws IOException {
    Files.createDirectories(log.snapshots());
    Files.createDirectories(log.current());
    Path snapshot =
        log.snapshots().resolve(SimpleStateMachineStorage.getSnapshotFileName(TERM, INDEX));
    Durable.write(snapshot, NOTHING.getBytes(StandardCharsets.UTF_8));
    MD5FileUtil.computeAndSaveMd5ForFile(snapshot.toFile());
    Durable.write(log.current().resolve("raft-meta"), VOTE.getBytes(StandardCharsets.UTF_8));
    Durable.force(log.group());
  }
}
