package dev.drover.agent.systemd;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to the bus: opened when it is first needed, and again after it was lost.
 *
 * <p>All methods are called on the agent's thread, and tell what happens there.
 */
final class Bus {
  private final String address;
  private final Executor agentThread;
  private final Consumer<Manager.JobRemoved> whenJobRemoved;

  /** Opening a connection waits for the other side, which the agent's thread must not. */
  private final ExecutorService opener =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "systemd-connect");
            thread.setDaemon(true);
            return thread;
          });

  private @Nullable CompletableFuture<Link> link;

  /**
   * A connection that is not open.
   *
   * @param address where the bus listens, as D-Bus writes it
   * @param whenJobRemoved hears of the end of every job, on the agent's thread
   */
  Bus(String address, Executor agentThread, Consumer<Manager.JobRemoved> whenJobRemoved) {
    this.address = address;
    this.agentThread = agentThread;
    this.whenJobRemoved = whenJobRemoved;
  }

  /** The open connection, or what keeps it from being opened. */
  CompletableFuture<Link> link() {
    if (link == null || link.isCompletedExceptionally() || isLost(link)) {
      link = CompletableFuture.supplyAsync(this::open, opener);
    }
    return link;
  }

  /** Gives a connection up, so that the next one asked for is a new one. */
  void drop(Link lost) {
    if (link != null && !link.isCompletedExceptionally() && link.getNow(null) == lost) {
      link = null;
    }
    opener.execute(lost::close);
  }

  void close() {
    if (link != null) {
      link.thenAcceptAsync(Link::close, opener);
    }
    opener.shutdown();
  }

  private static boolean isLost(CompletableFuture<Link> link) {
    return link.isDone() && !link.join().isOpen();
  }

  private Link open() {
    try {
      CompletableFuture<Void> lost = new CompletableFuture<>();
      DBusConnection connection =
          DBusConnectionBuilder.forAddress(address)
              .withShared(false)
              .withDisconnectCallback(whenGone(lost))
              .build();
      return subscribed(connection, lost);
    } catch (DBusException | DBusExecutionException e) {
      throw new BusException(
          "there is no system bus at `%s`: %s".formatted(address, Failure.words(e)), e);
    }
  }

  private Link subscribed(DBusConnection connection, CompletableFuture<Void> lost)
      throws DBusException {
    try {
      Manager manager = connection.getRemoteObject(Manager.BUS_NAME, Manager.PATH, Manager.class);
      manager.subscribe();
      // Anybody on the bus may send a signal of this name; only systemd's count.
      String owner = connection.getDBusOwnerName(Manager.BUS_NAME);
      connection.addSigHandler(
          Manager.JobRemoved.class,
          owner,
          signal -> agentThread.execute(() -> whenJobRemoved.accept(signal)));
      return new Link(connection, manager, agentThread, lost);
    } catch (DBusException | DBusExecutionException e) {
      connection.disconnect();
      throw new BusException(
          "systemd does not answer on the bus at `%s`: %s".formatted(address, Failure.words(e)), e);
    }
  }

  private static IDisconnectCallback whenGone(CompletableFuture<Void> lost) {
    return new IDisconnectCallback() {
      @Override
      public void disconnectOnError(IOException e) {
        lost.complete(null);
      }

      @Override
      public void requestedDisconnect(Integer connectionsLeft) {
        lost.complete(null);
      }
    };
  }
}
