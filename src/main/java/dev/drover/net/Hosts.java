package dev.drover.net;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** Where the other side of a channel is. */
final class Hosts {
  private Hosts() {}

  /** The IP address of the machine on the other side; empty where it has gone already. */
  static String of(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : "";
  }
}
