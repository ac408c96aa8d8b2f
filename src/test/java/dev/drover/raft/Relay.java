package dev.drover.raft;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A link to an address of this machine, which may be cut: from then on everything that is sent is
 * lost, and nobody is told.
 */
public final class Relay implements AutoCloseable {
  private final ServerSocket door;
  private final InetSocketAddress to;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean cut;
  private volatile long carried;

  /** Carries from one loopback address to another, on the same port. */
  public Relay(String from, String to, int port) throws IOException {
    this.door = new ServerSocket(port, 16, InetAddress.getByName(from));
    this.to = new InetSocketAddress(to, port);
    thread(this::accept);
  }

  /** Loses everything from now on. */
  public void cut() {
    cut = true;
  }

  /** How many bytes it has carried. */
  public long carried() {
    return carried;
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = door.accept();
        open.add(caller);
        if (!cut) {
          call(caller);
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void call(Socket caller) {
    try {
      Socket called = new Socket(to.getAddress(), to.getPort());
      open.add(called);
      thread(() -> carry(caller, called));
      thread(() -> carry(called, caller));
    } catch (IOException e) {
      // nobody listens yet: the caller calls again
      end(caller);
    }
  }

  private void carry(Socket from, Socket into) {
    byte[] some = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        if (!cut) {
          into.getOutputStream().write(some, 0, read);
          carried += read;
        }
      }
    } catch (IOException e) {
      // ends as when it is read to its end
    }
    if (!cut) {
      end(from);
      end(into);
    }
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // it is closed all the same
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(Relay::end);
  }
}
