package dev.drover.raft;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.exceptions.ResourceUnavailableException;
import org.jspecify.annotations.Nullable;

/** The appends that wait: bounded in number, and each known to be in the log or not. */
final class Appends {
  private final Settings settings;
  private final Semaphore room;
  private final Set<Long> inLog = ConcurrentHashMap.newKeySet();

  Appends(Settings settings) {
    this.settings = settings;
    this.room = new Semaphore(settings.maxPending());
  }

  /** The engine has put it into this member's log: from here on it may come to count. */
  void appended(long call) {
    inLog.add(call);
  }

  CompletableFuture<Applied> append(Engine engine, Group group, byte[] entry) {
    if (entry.length > settings.maxEntryBytes()) {
      throw new IllegalArgumentException(
          "an entry of `" + entry.length + "` bytes: expected at most " + settings.maxEntryBytes());
    }
    if (!room.tryAcquire()) {
      return CompletableFuture.failedFuture(new TooBusyException(settings.maxPending()));
    }
    long call = engine.nextCall();
    CompletableFuture<RaftClientReply> sent;
    try {
      sent = engine.append(group, call, entry);
    } catch (IOException | RuntimeException e) {
      sent = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<Applied> result = new CompletableFuture<>();
    sent.whenComplete(
        (reply, failure) -> {
          boolean mayCount = inLog.remove(call);
          room.release();
          if (failure == null && reply.isSuccess()) {
            result.complete(
                new Applied(reply.getLogIndex(), reply.getMessage().getContent().toByteArray()));
          } else {
            Throwable cause = failure == null ? reply.getException() : failure;
            result.completeExceptionally(
                mayCount ? new UnsureException(String.valueOf(cause)) : refusal(cause));
          }
        });
    return result;
  }

  private AppendException refusal(@Nullable Throwable cause) {
    Throwable inner =
        cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
    if (inner instanceof ResourceUnavailableException) {
      return new TooBusyException(settings.maxPending());
    }
    return inner instanceof org.apache.ratis.protocol.exceptions.NotLeaderException other
            && other.getSuggestedLeader() != null
        ? new NotLeaderException(other.getSuggestedLeader().getId().toString())
        : new NotLeaderException(null);
  }
}
