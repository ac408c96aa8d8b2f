package dev.drover.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftConfigurationProto;

/**
 * Makes a log of two the log of one, under a new lineage. Ratis has no call for it: while it has
 * the group closed, the folder gets the new name and a configuration later than any in the log.
 *
 * <p>The lineage is on disk first, with what it comes after. From there on every step can be done
 * again after a power failure, and nothing opens the log before the last one.
 */
final class Takeover {
  private Takeover() {}

  /** Begins the next lineage with this member alone. */
  static Storage.Origin begin(Storage storage, Lineage before, Member self) throws IOException {
    Storage.Origin origin =
        new Storage.Origin(before.next(self.name()), List.of(self), before.id());
    storage.write(origin);
    return finish(storage, origin);
  }

  /** Does what is still to be done; nothing where nothing is. */
  static Storage.Origin finish(Storage storage, Storage.Origin origin) throws IOException {
    UUID before = origin.after();
    if (before == null) {
      return origin;
    }
    UUID id = origin.lineage().id();
    if (Files.exists(storage.group(before))) {
      Durable.rename(storage.group(before), storage.group(id));
    }
    LogFolder log = new LogFolder(storage.group(id));
    log.mend();
    Durable.write(
        log.current().resolve("raft-meta.conf"),
        configuration(origin.members(), log.lastIndex() + 1).toByteArray());
    Storage.Origin done = new Storage.Origin(origin.lineage(), origin.members(), null);
    storage.write(done);
    return done;
  }

  private static LogEntryProto configuration(List<Member> members, long index) {
    RaftConfigurationProto.Builder peers = RaftConfigurationProto.newBuilder();
    members.forEach(member -> peers.addPeers(Peers.of(member).getRaftPeerProto()));
    return LogEntryProto.newBuilder().setIndex(index).setConfigurationEntry(peers).build();
  }
}
