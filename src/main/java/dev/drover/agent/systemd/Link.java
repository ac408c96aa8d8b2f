package dev.drover.agent.systemd;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.CallbackHandler;
import org.freedesktop.dbus.types.UInt32;

/** An open connection to systemd. Nothing here waits; answers come on the agent's thread. */
final class Link {
  private final DBusConnection connection;
  private final Manager manager;
  private final Executor agentThread;
  private final CompletableFuture<Void> lost;
  private final Set<CompletableFuture<?>> asked = ConcurrentHashMap.newKeySet();

  /**
   * A connection that signals were subscribed on.
   *
   * @param lost completes when the connection ends
   */
  Link(
      DBusConnection connection,
      Manager manager,
      Executor agentThread,
      CompletableFuture<Void> lost) {
    this.connection = connection;
    this.manager = manager;
    this.agentThread = agentThread;
    this.lost = lost;
    lost.thenRunAsync(() -> List.copyOf(asked).forEach(Link::giveUp), agentThread);
  }

  boolean isOpen() {
    return connection.isConnected() && !lost.isDone();
  }

  CompletableFuture<UnitStatus> status(String unit) {
    CompletableFuture<List<UnitStatus>> listed = call("listUnitsByNames", List.of(unit));
    return listed.thenApply(
        units -> {
          if (units.size() != 1) {
            throw new IllegalStateException(
                "systemd answered with %d units for `%s`, expected one"
                    .formatted(units.size(), unit));
          }
          return units.get(0);
        });
  }

  /** Queues a job, and gives its path. */
  CompletableFuture<DBusPath> queue(Verb verb, String unit) {
    return call(verb.method(), unit, "replace");
  }

  /** Has the files of all units read again. */
  CompletableFuture<Void> reload() {
    return call("reload");
  }

  /** Ends a job that nobody waits for any more; one that has ended is no error. */
  void cancel(DBusPath job) {
    String id = job.getPath().substring(job.getPath().lastIndexOf('/') + 1);
    call("cancelJob", new UInt32(id)).exceptionally(ignored -> null);
  }

  void close() {
    connection.disconnect();
  }

  private <T> CompletableFuture<T> call(String method, Object... arguments) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    asked.add(answer);
    CallbackHandler<T> handler =
        new CallbackHandler<>() {
          @Override
          public void handle(T value) {
            end(answer, () -> answer.complete(value));
          }

          @Override
          public void handleError(DBusExecutionException e) {
            end(answer, () -> answer.completeExceptionally(e));
          }
        };
    try {
      connection.callWithCallback(manager, method, handler, arguments);
    } catch (DBusExecutionException e) {
      end(answer, () -> answer.completeExceptionally(new BusException(Failure.words(e), e)));
    }
    if (!isOpen()) {
      end(answer, () -> giveUp(answer));
    }
    return answer;
  }

  private void end(CompletableFuture<?> answer, Runnable how) {
    asked.remove(answer);
    agentThread.execute(how);
  }

  /** Nobody answers a call whose connection has ended. */
  private static void giveUp(CompletableFuture<?> answer) {
    answer.completeExceptionally(new BusException("the bus went away", null));
  }
}
