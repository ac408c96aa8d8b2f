package dev.drover.net;

import dev.drover.peer.Peer;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its handshake to its end.
 *
 * <p>A caller's handshake is over before the called side has looked at the caller's certificate. So
 * the called side sends a heartbeat when it has admitted the caller, and the caller counts as
 * connected from then on.
 */
final class Session extends SimpleChannelInboundHandler<Message> {
  private final boolean isCalled;
  private final InetSocketAddress address;
  private final Admission admission;
  private final Door door;
  private final Door.Guest guest;
  private final Limits limits;
  private final Events events;

  private @Nullable NettyConnection connection;
  private @Nullable Refusal end;
  private boolean opened;

  /**
   * One that begins.
   *
   * @param isCalled whether the other side called
   * @param address that was called
   */
  Session(
      boolean isCalled,
      InetSocketAddress address,
      Admission admission,
      Door door,
      Door.Guest guest,
      Limits limits,
      Events events) {
    this.isCalled = isCalled;
    this.address = address;
    this.admission = admission;
    this.door = door;
    this.guest = guest;
    this.limits = limits;
    this.events = events;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        admit(context);
      } else {
        end(context, Causes.reason(handshake.cause()), Causes.detail(handshake.cause()));
      }
    } else if (event == Pipeline.CLOSE) {
      end(context, Reason.CLOSED_HERE, "this side ended it");
    } else if (event == Pipeline.MAKE_ROOM) {
      end(context, Reason.TOO_MANY, "had not proved who it is, and made room for the next");
    } else if (event instanceof IdleStateEvent) {
      end(context, Reason.SILENT, "no frame for " + limits.idle());
    }
  }

  private void admit(ChannelHandlerContext context) {
    Peer peer = Identity.of(context.pipeline().get(SslHandler.class).engine().getSession());
    Reason refused = admission.refuse(peer);
    if (refused != null) {
      end(context, refused, "`" + peer.uri() + "` may not connect here");
      return;
    }
    if (!door.prove(guest, peer)) {
      end(
          context,
          Reason.TOO_MANY,
          "%d connections, or %d of `%s`"
              .formatted(limits.connections(), limits.perPeer(), peer.uri()));
      return;
    }
    connection = new NettyConnection(peer, address, context.channel(), limits);
    if (isCalled) {
      connection.send(Message.beat());
      open(connection);
    } else {
      context
          .executor()
          .schedule(
              () -> awaitedAdmission(context),
              limits.handshake().toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private void awaitedAdmission(ChannelHandlerContext context) {
    if (!opened) {
      end(context, Reason.HANDSHAKE_TOO_SLOW, "not admitted within " + limits.handshake());
    }
  }

  private void open(NettyConnection made) {
    opened = true;
    events.opened(made);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Message message) {
    NettyConnection from = connection;
    if (from == null || end != null) {
      return;
    }
    if (!opened) {
      open(from);
    }
    events.received(from, message);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(context, Causes.reason(cause), Causes.detail(cause));
  }

  /** Keeps the first reason: what follows is only its consequence. */
  private void end(ChannelHandlerContext context, Reason reason, String detail) {
    if (end == null) {
      end = refusal(context, reason, detail);
      context.close();
    }
  }

  private Refusal refusal(ChannelHandlerContext context, Reason reason, String detail) {
    Peer peer = connection == null ? null : connection.peer();
    return new Refusal(reason, String.valueOf(context.channel().remoteAddress()), peer, detail);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (end == null) {
      end = refusal(context, Reason.CLOSED_THERE, "the other side ended it");
    }
    if (opened && connection != null) {
      events.closed(connection, end);
    } else {
      events.refused(end);
    }
  }
}
