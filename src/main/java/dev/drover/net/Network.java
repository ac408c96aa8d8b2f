package dev.drover.net;

import dev.drover.peer.Peer;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;

/** A node's own identity, and what its connections may cost. */
public final class Network {
  private final SslContext forListener;
  private final SslContext forDialer;
  private final Limits limits;
  private final Workers workers;

  /**
   * Reads the files once; a renewed certificate needs a new network.
   *
   * @param workers serve the connections, and end them when they are closed
   * @throws IOException where a file is missing or holds something else
   */
  public Network(TlsFiles files, Limits limits, Workers workers) throws IOException {
    try {
      this.forListener = files.forListener();
      this.forDialer = files.forDialer();
    } catch (IllegalArgumentException e) {
      throw new IOException("cannot use " + files, e);
    }
    this.limits = limits;
    this.workers = workers;
  }

  /**
   * Accepts connections.
   *
   * @param address port 0 finds a free one
   * @throws IOException where the address cannot be had
   */
  public Listener listen(InetSocketAddress address, Admission admission, Events events)
      throws IOException {
    return new Listener(workers.group(), forListener, limits, address, admission, events);
  }

  /**
   * Connects, and connects again whenever that ends. The peer's certificate must name exactly the
   * expected peer, and also the address's host.
   *
   * @param scheduler waits between attempts; must not be shut down before the dialer is closed
   */
  public Dialer dial(
      InetSocketAddress address,
      Peer expected,
      Events events,
      Backoff backoff,
      ScheduledExecutorService scheduler) {
    return new Dialer(
        workers.group(), forDialer, limits, address, expected, events, backoff, scheduler);
  }
}
