package dev.drover.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.ratis.io.MD5Hash;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.util.MD5FileUtil;

/** Snapshots as Ratis keeps and sends them: a file each, and its MD5 beside it. */
final class Snapshots {
  private Snapshots() {}

  /** Writes one; it is there whole, or not at all. */
  static void write(SimpleStateMachineStorage storage, TermIndex at, byte[] content)
      throws IOException {
    Path file = storage.getSnapshotFile(at.getTerm(), at.getIndex()).toPath();
    Durable.write(file, content);
    MD5Hash checksum = MD5FileUtil.computeAndSaveMd5ForFile(file.toFile());
    storage.updateLatestSnapshot(
        new SingleFileSnapshotInfo(new FileInfo(file, checksum), at.getTerm(), at.getIndex()));
  }

  /**
   * Reads one.
   *
   * @throws IOException where it is not what was written
   */
  static byte[] read(SingleFileSnapshotInfo snapshot) throws IOException {
    Path file = snapshot.getFile().getPath();
    MD5FileUtil.verifySavedMD5(file.toFile(), snapshot.getFile().getFileDigest());
    return Files.readAllBytes(file);
  }
}
