package dev.drover.raft;

import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.raftlog.RaftLog;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.util.LifeCycle;
import org.jspecify.annotations.Nullable;

/** The applier as one group of Ratis calls it. */
final class Machine extends BaseStateMachine {
  private final Ledger ledger;
  private final Events events;
  private final SimpleStateMachineStorage files = new SimpleStateMachineStorage();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private volatile boolean inContact;
  private volatile @Nullable RaftStorage storage;

  Machine(Ledger ledger, Events events) {
    this.ledger = ledger;
    this.events = events;
  }

  /**
   * Whether a majority, or another leader, was heard of since this group was opened: commit indexes
   * are not kept, so none is known before.
   */
  boolean isInContact() {
    return inContact;
  }

  /**
   * Completes when no more is applied and every append that waited has its answer; the log closes
   * after that.
   */
  CompletableFuture<Void> closed() {
    return closed;
  }

  @Override
  public void close() {
    closed.complete(null);
  }

  @Override
  public void initialize(RaftServer server, RaftGroupId group, RaftStorage storage)
      throws IOException {
    super.initialize(server, group, storage);
    this.storage = storage;
    getLifeCycle()
        .startAndTransition(
            () -> {
              files.init(storage);
              load();
            },
            IOException.class);
  }

  /** Ratis puts a leader's snapshot in place between this and {@link #reinitialize}. */
  @Override
  public void pause() {
    getLifeCycle().transition(LifeCycle.State.PAUSING);
    getLifeCycle().transition(LifeCycle.State.PAUSED);
  }

  @Override
  public void reinitialize() throws IOException {
    getLifeCycle()
        .startAndTransition(
            () -> {
              files.loadLatestSnapshot();
              load();
            },
            IOException.class);
  }

  private void load() throws IOException {
    SingleFileSnapshotInfo snapshot = files.getLatestSnapshot();
    if (snapshot == null) {
      return;
    }
    if (ledger.isBehind(snapshot.getIndex())) {
      ledger.restore(snapshot.getIndex(), Snapshots.read(snapshot));
    }
    setLastAppliedTermIndex(snapshot.getTermIndex());
  }

  @Override
  public StateMachineStorage getStateMachineStorage() {
    return files;
  }

  @Override
  public long takeSnapshot() throws IOException {
    TermIndex last = getLastAppliedTermIndex();
    // right after a takeover the ledger is ahead of what this group has seen
    if (last == null || last.getIndex() < 0 || !ledger.isWithin(last.getIndex())) {
      return RaftLog.INVALID_LOG_INDEX;
    }
    Snapshots.write(files, last, ledger.snapshot());
    return last.getIndex();
  }

  @Override
  public TransactionContext preAppendTransaction(TransactionContext transaction) {
    events.appended(transaction.getClientRequest().getCallId());
    return transaction;
  }

  @Override
  public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
    inContact = true;
    LogEntryProto entry = Objects.requireNonNull(transaction.getLogEntry());
    byte[] content = entry.getStateMachineLogEntry().getLogData().toByteArray();
    byte[] reply;
    try {
      reply = ledger.apply(entry.getIndex(), content);
    } catch (RuntimeException | Error e) {
      events.failed(e);
      throw e;
    }
    updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
    return CompletableFuture.completedFuture(Message.valueOf(ByteString.copyFrom(reply)));
  }

  @Override
  public void notifyTermIndexUpdated(long term, long index) {
    inContact = true;
    super.notifyTermIndexUpdated(term, index);
  }

  @Override
  public void notifyLeaderChanged(RaftGroupMemberId self, RaftPeerId leader) {
    if (!self.getPeerId().equals(leader)) {
      inContact = true;
    } else {
      keepVote();
    }
    events.leaderChanged();
  }

  /** A leader has voted for itself, and nothing is acknowledged before that is on disk. */
  private void keepVote() {
    RaftStorage at = storage;
    if (at != null) {
      try {
        Durable.force(at.getStorageDir().getCurrentDir().toPath());
      } catch (IOException e) {
        events.failed(e);
      }
    }
  }

  @Override
  public void notifyLeaderReady() {
    events.leaderChanged();
  }

  @Override
  public void notifyNotLeader(Collection<TransactionContext> pending) {
    events.leaderChanged();
  }

  @Override
  public void notifyLogFailed(Throwable cause, @Nullable LogEntryProto entry) {
    events.failed(cause);
  }
}
