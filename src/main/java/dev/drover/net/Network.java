package dev.drover.net;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;

/** A node's own identity, and what its connections may cost. */
public final class Network {
  private final Contexts tls;
  private final Limits limits;
  private final Workers workers;

  /**
   * Connects nobody yet.
   *
   * @param keys may be renewed later: connections that are made then show the new certificate
   * @param workers serve the connections, and end them when they are closed
   * @throws IOException where the keys are of a kind that TLS does not know
   */
  public Network(KeyRing keys, Limits limits, Workers workers) throws IOException {
    this.tls = new Contexts(keys);
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
    return new Listener(workers.group(), tls, limits, address, admission, events);
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
    return new Dialer(workers.group(), tls, limits, address, expected, events, backoff, scheduler);
  }
}
