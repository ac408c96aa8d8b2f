package dev.drover.net;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A node's own identity, and the threads that its connections share. */
public final class Network implements AutoCloseable {
  private static final int THREADS = 2;

  private final Contexts tls;
  private final Limits limits;
  private final EventLoopGroup threads;

  /**
   * Connects nobody yet.
   *
   * @param keys may be renewed later: connections that are made then show the new certificate
   * @throws IOException where the keys are of a kind that TLS does not know
   */
  public Network(KeyRing keys, Limits limits) throws IOException {
    this.tls = new Contexts(keys);
    this.limits = limits;
    this.threads =
        new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("drover-net", true), NioIoHandler.newFactory());
  }

  /**
   * Accepts connections.
   *
   * @param address port 0 finds a free one
   * @throws IOException where the address cannot be had
   */
  public Listener listen(InetSocketAddress address, Admission admission, Events events)
      throws IOException {
    return new Listener(threads, tls, limits, address, admission, events);
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
    return new Dialer(threads, tls, limits, address, expected, events, backoff, scheduler);
  }

  /** Ends every connection, and waits a few seconds for that. */
  @Override
  public void close() {
    threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
