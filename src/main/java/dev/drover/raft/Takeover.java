package dev.drover.raft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftConfigurationProto;

/**
 * Makes a log of two the log of one, under a new lineage. Ratis has no call for it: the folder of
 * the new group is the old one's, with a configuration later than any in the log.
 *
 * <p>The lineage is on disk first, with what it comes after. From there on every step can be done
 * again after a power failure, and nothing opens the new log before the last one.
 */
final class Takeover {
  private Takeover() {}

  /** Says on disk that the next lineage begins, with this member alone. */
  static Storage.Origin begin(Storage storage, Lineage before, Member self) throws IOException {
    Storage.Origin origin =
        new Storage.Origin(before.next(self.name()), List.of(self), before.id());
    storage.write(origin);
    return origin;
  }

  /**
   * Does what is still to be done; nothing where nothing is. The old log stays, so that this can be
   * done again.
   */
  static Storage.Origin finish(Storage storage, Storage.Origin origin) throws IOException {
    UUID before = origin.after();
    if (before == null) {
      return origin;
    }
    Path made = storage.group(origin.lineage().id());
    Path draft = made.resolveSibling("draft");
    Durable.delete(draft);
    Durable.delete(made);
    LogFolder log = new LogFolder(draft);
    new LogFolder(storage.group(before)).copyTo(log);
    log.mend();
    Durable.write(
        log.current().resolve("raft-meta.conf"),
        configuration(origin.members(), log.lastIndex() + 1).toByteArray());
    Durable.rename(draft, made);
    Storage.Origin done = new Storage.Origin(origin.lineage(), origin.members(), null);
    storage.write(done);
    return done;
  }

  /** Deletes the log that was taken over, once it is closed. */
  static void forget(Storage storage, Lineage before) throws IOException {
    Durable.delete(storage.group(before.id()));
  }

  private static LogEntryProto configuration(List<Member> members, long index) {
    RaftConfigurationProto.Builder peers = RaftConfigurationProto.newBuilder();
    members.forEach(member -> peers.addPeers(Peers.of(member).getRaftPeerProto()));
    return LogEntryProto.newBuilder().setIndex(index).setConfigurationEntry(peers).build();
  }
}
