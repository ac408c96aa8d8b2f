package dev.drover.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Accepts connections of those who are admitted; made by a {@link Network}. */
public final class Listener implements AutoCloseable {
  private final Contexts tls;
  private final Limits limits;
  private final Admission admission;
  private final Events events;
  private final InetSocketAddress listened;
  private final Door door;
  private final ChannelGroup accepted = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final Channel channel;

  Listener(
      EventLoopGroup threads,
      Contexts tls,
      Limits limits,
      InetSocketAddress address,
      Admission admission,
      Events events)
      throws IOException {
    this.tls = tls;
    this.limits = limits;
    this.admission = admission;
    this.events = events;
    this.listened = address;
    this.door = new Door(limits);
    var bound =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel made) {
                    accept(made);
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("cannot listen at `" + address + "`", bound.cause());
    }
    this.channel = bound.channel();
  }

  private void accept(Channel made) {
    Door.Guest guest = new Door.Guest(Hosts.of(made), () -> Pipeline.makeRoom(made));
    if (!door.enter(guest)) {
      made.close();
      events.refused(
          new Refusal(
              Reason.TOO_MANY,
              String.valueOf(made.remoteAddress()),
              null,
              limits.perAddress() + " connections from there that have not proved who they are"));
      return;
    }
    made.closeFuture().addListener(closed -> door.leave(guest));
    accepted.add(made);
    Pipeline.fill(
        made.pipeline(),
        tls.forListener().newHandler(made.alloc()),
        limits,
        new Session(true, listened, admission, door, guest, limits, events));
  }

  /** Where it listens; with the port that was found where none was given. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** Accepts no more, ends what it accepted, and waits until the port is free. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    accepted.forEach(Pipeline::close);
    accepted.close();
  }
}
