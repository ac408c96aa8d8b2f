package dev.drover.net;

import dev.drover.peer.Peer;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/** A connection over one channel, with a limit on what waits to be sent. */
final class NettyConnection implements Connection {
  private static final AtomicLong COUNT = new AtomicLong();

  private final String id;
  private final Peer peer;
  private final InetSocketAddress called;
  private final Channel channel;
  private final Limits limits;
  private final AtomicLong queued = new AtomicLong();

  NettyConnection(Peer peer, InetSocketAddress called, Channel channel, Limits limits) {
    this.id = peer.node() + "#" + COUNT.incrementAndGet();
    this.peer = peer;
    this.called = called;
    this.channel = channel;
    this.limits = limits;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public String host() {
    return Hosts.of(channel);
  }

  @Override
  public InetSocketAddress called() {
    return called;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean send(Message message) {
    int length = message.payload().length;
    if (length > limits.frame()) {
      throw new IllegalArgumentException(
          "a message of " + length + " bytes: at most " + limits.frame() + " may be sent");
    }
    long size = (long) Frames.LENGTH_BYTES + Frames.HEADER_BYTES + length;
    if (!channel.isActive() || !reserve(size)) {
      return false;
    }
    channel.writeAndFlush(message).addListener(done -> queued.addAndGet(-size));
    return true;
  }

  private boolean reserve(long size) {
    long before = queued.get();
    while (before + size <= limits.queued()) {
      if (queued.compareAndSet(before, before + size)) {
        return true;
      }
      before = queued.get();
    }
    return false;
  }

  @Override
  public void read(boolean on) {
    channel.config().setAutoRead(on);
  }

  @Override
  public void close() {
    // one that has ended may belong to threads that have, too
    if (channel.isOpen()) {
      Pipeline.close(channel);
    }
  }

  @Override
  public String toString() {
    return id + " " + peer.uri();
  }
}
