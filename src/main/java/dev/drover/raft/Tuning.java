package dev.drover.raft;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyServerBuilder;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/** What Ratis is set to. Whatever an acknowledged entry depends on is said here, default or not. */
final class Tuning {
  private static final SizeInBytes SEGMENT = SizeInBytes.valueOf("8MB");

  /** A part of a snapshot; Ratis puts no more into one append either. */
  private static final SizeInBytes PART = SizeInBytes.valueOf("4MB");

  /** What one message between members may have: a part, or an entry, with room to spare. */
  private static final SizeInBytes MESSAGE = SizeInBytes.valueOf("16MB");

  /** What may be received of a call before it is read. */
  private static final SizeInBytes WINDOW = SizeInBytes.valueOf("1MB");

  /** A member has a handful of calls under way with another one. */
  private static final int MOST_CALLS = 64;

  private static final int METADATA_BYTES = 8 * 1024;

  /** A member takes milliseconds for it. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);

  /** When a member of which nothing is heard is asked for a sign of life, and may take for it. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private static final SizeInBytes SET_ASIDE = SizeInBytes.valueOf("1MB");
  private static final SizeInBytes WRITE_BUFFER = SizeInBytes.valueOf("8MB");

  /** Pending appends may hold that much. */
  private static final SizeInBytes PENDING = SizeInBytes.valueOf("64MB");

  /** A snapshot that fails its checksum has one before it. */
  private static final int SNAPSHOTS = 2;

  /** After a long sleep of the machine a member steps down and goes on; it does not close. */
  private static final Duration NEVER = Duration.ofDays(3650);

  /**
   * When a member that does not answer is tried again: never less often, so that it is found soon
   * when it is back, and for ever, because Ratis tries without a pause once it is through.
   */
  private static final String TRIES = "1ms,10, 500ms," + Integer.MAX_VALUE;

  /** Nobody else is asked. */
  private static final Duration ALONE_MIN = Duration.ofMillis(1);

  private static final Duration ALONE_MAX = Duration.ofMillis(5);

  private Tuning() {}

  static RaftProperties of(Setup setup, Storage storage, Listening listening) {
    RaftProperties to = new RaftProperties();
    Settings settings = setup.settings();
    RaftServerConfigKeys.setStorageDir(to, List.of(storage.logs().toFile()));
    RaftServerConfigKeys.setRemovedGroupsDir(to, storage.folder().resolve("removed").toFile());
    RaftServerConfigKeys.setCloseThreshold(to, time(NEVER));
    RaftServerConfigKeys.Rpc.setTimeoutMin(to, time(settings.electionMin()));
    RaftServerConfigKeys.Rpc.setTimeoutMax(to, time(settings.electionMax()));
    RaftServerConfigKeys.LeaderElection.setLeaderStepDownWaitTime(
        to, time(settings.stepDownWait()));
    RaftServerConfigKeys.LeaderElection.setPreVote(to, true);
    RaftServerConfigKeys.Write.setElementLimit(to, settings.maxPending());
    RaftServerConfigKeys.Write.setByteLimit(to, PENDING);
    log(to);
    snapshots(to, settings);
    // appends are never tried again under the same number
    RaftServerConfigKeys.RetryCache.setExpiryTime(to, time(settings.electionMax()));
    GrpcConfigKeys.Server.setHost(to, listening.at().get(0).getHostString());
    GrpcConfigKeys.Server.setPort(to, setup.self().port());
    GrpcConfigKeys.setMessageSizeMax(to, MESSAGE);
    GrpcConfigKeys.setFlowControlWindow(to, WINDOW);
    return to;
  }

  private static void log(RaftProperties to) {
    RaftServerConfigKeys.Log.setUseMemory(to, false);
    RaftServerConfigKeys.Log.setUnsafeFlushEnabled(to, false);
    RaftServerConfigKeys.Log.setAsyncFlushEnabled(to, false);
    // a commit index on disk would be one more thing to believe after a power failure
    RaftServerConfigKeys.Log.setLogMetadataEnabled(to, false);
    RaftServerConfigKeys.Log.setCorruptionPolicy(
        to, RaftServerConfigKeys.Log.CorruptionPolicy.EXCEPTION);
    RaftServerConfigKeys.Log.setSegmentSizeMax(to, SEGMENT);
    RaftServerConfigKeys.Log.setPreallocatedSize(to, SET_ASIDE);
    RaftServerConfigKeys.Log.setWriteBufferSize(to, WRITE_BUFFER);
  }

  private static void snapshots(RaftProperties to, Settings settings) {
    RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(to, true);
    RaftServerConfigKeys.Snapshot.setAutoTriggerThreshold(to, settings.snapshotEvery());
    RaftServerConfigKeys.Snapshot.setRetentionFileNum(to, SNAPSHOTS);
    // a stop is no reason to wait for a snapshot, least of all the one before going on alone
    RaftServerConfigKeys.Snapshot.setTriggerWhenStopEnabled(to, false);
    RaftServerConfigKeys.Snapshot.setTriggerWhenRemoveEnabled(to, false);
    RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(to, true);
    RaftServerConfigKeys.Log.setPurgeGap(to, 1);
    RaftServerConfigKeys.Log.Appender.setInstallSnapshotEnabled(to, true);
    RaftServerConfigKeys.Log.Appender.setRetryPolicy(to, TRIES);
    RaftServerConfigKeys.Log.Appender.setBufferByteLimit(to, PART);
    RaftServerConfigKeys.Log.Appender.setSnapshotChunkSizeMax(to, PART);
  }

  /**
   * What a connection may cost, where Ratis has no setting for it. Its age is not limited: a
   * leader's appends are one call that lasts as long as it leads.
   */
  static NettyServerBuilder limit(NettyServerBuilder server) {
    server.handshakeTimeout(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
    return server
        .maxConcurrentCallsPerConnection(MOST_CALLS)
        .maxInboundMetadataSize(METADATA_BYTES)
        .keepAliveTime(QUIET.toMillis(), TimeUnit.MILLISECONDS)
        .keepAliveTimeout(QUIET.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The next group that is opened elects at once. */
  static void hurry(RaftProperties to) {
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(to, time(ALONE_MIN));
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(to, time(ALONE_MAX));
  }

  private static TimeDuration time(Duration duration) {
    return TimeDuration.valueOf(duration.toMillis(), TimeUnit.MILLISECONDS);
  }
}
