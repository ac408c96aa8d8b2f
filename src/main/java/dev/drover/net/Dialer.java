package dev.drover.net;

import dev.drover.peer.Peer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one connection to one peer, calling again when it ends; made by a {@link Network}. */
public final class Dialer implements AutoCloseable {
  private final InetSocketAddress address;
  private final Peer expected;
  private final Events events;
  private final Backoff backoff;
  private final ScheduledExecutorService scheduler;
  private final Bootstrap bootstrap;
  private @Nullable Channel channel;
  private boolean closed;

  Dialer(
      EventLoopGroup threads,
      Contexts tls,
      Limits limits,
      InetSocketAddress address,
      Peer expected,
      Events events,
      Backoff backoff,
      ScheduledExecutorService scheduler) {
    this.address = address;
    this.expected = expected;
    this.events = events;
    this.backoff = backoff;
    this.scheduler = scheduler;
    this.bootstrap =
        new Bootstrap()
            .group(threads)
            .channel(NioSocketChannel.class)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(limits.handshake().toMillis(), Integer.MAX_VALUE))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel made) {
                    Door door = new Door(limits);
                    Door.Guest called = new Door.Guest(address.getHostString(), made::close);
                    door.enter(called);
                    Pipeline.fill(
                        made.pipeline(),
                        tls.forDialer()
                            .newHandler(made.alloc(), address.getHostString(), address.getPort()),
                        limits,
                        new Session(
                            false,
                            address,
                            Admission.only(expected),
                            door,
                            called,
                            limits,
                            new Redial()));
                  }
                });
    dial();
  }

  private synchronized void dial() {
    if (!closed) {
      ChannelFuture connecting = bootstrap.connect(address);
      channel = connecting.channel();
      connecting.addListener(
          done -> {
            if (!done.isSuccess()) {
              String detail = "`" + expected.uri() + "`: " + Causes.detail(done.cause());
              ended();
              events.refused(new Refusal(Reason.UNREACHABLE, address.toString(), null, detail));
            }
          });
    }
  }

  private synchronized void ended() {
    if (!closed) {
      scheduler.schedule(this::dial, backoff.next().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Ends the connection, and calls no more. */
  @Override
  public synchronized void close() {
    closed = true;
    if (channel != null) {
      Pipeline.close(channel);
    }
  }

  /** Passes on what happens, and calls again at an end, whatever is thrown by whoever is told. */
  private final class Redial implements Events {
    @Override
    public void opened(Connection connection) {
      backoff.reset();
      events.opened(connection);
    }

    @Override
    public void received(Connection connection, Message message) {
      events.received(connection, message);
    }

    @Override
    public void closed(Connection connection, Refusal why) {
      ended();
      events.closed(connection, why);
    }

    @Override
    public void refused(Refusal why) {
      ended();
      events.refused(why);
    }
  }
}
