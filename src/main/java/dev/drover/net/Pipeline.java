package dev.drover.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** What every connection passes through, whichever side called. */
final class Pipeline {
  /** Tells a session that this side ends it, so that it does not blame the other one. */
  static final Object CLOSE = new Object();

  /** Tells a session that another one is to have its place. */
  static final Object MAKE_ROOM = new Object();

  private Pipeline() {}

  /** Ends a connection, from any thread. */
  static void close(Channel channel) {
    channel.pipeline().fireUserEventTriggered(CLOSE);
    channel.close();
  }

  /** Ends a connection for another one, from any thread. */
  static void makeRoom(Channel channel) {
    channel.pipeline().fireUserEventTriggered(MAKE_ROOM);
  }

  /** Idleness is measured behind the frames: a byte now and then is no sign of life. */
  static void fill(ChannelPipeline pipeline, SslHandler tls, Limits limits, Session session) {
    tls.setHandshakeTimeoutMillis(limits.handshake().toMillis());
    pipeline.addLast(
        tls,
        new Frames(limits.frame()),
        new IdleStateHandler(limits.idle().toMillis(), 0, 0, TimeUnit.MILLISECONDS),
        session);
  }
}
