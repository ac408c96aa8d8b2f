package dev.drover.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The two threads that connections are served by; networks of one process may share them. */
public final class Workers implements AutoCloseable {
  private static final int THREADS = 2;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          THREADS, new DefaultThreadFactory("drover-net", true), NioIoHandler.newFactory());

  EventLoopGroup group() {
    return group;
  }

  /** Ends every connection, and waits a few seconds for that. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
