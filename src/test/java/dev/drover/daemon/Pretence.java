package dev.drover.daemon;

import dev.drover.net.Connection;
import dev.drover.net.Message;
import dev.drover.peer.Peer;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A connection that is none.
 *
 * @param reads each time that it was told whether to read
 */
record Pretence(Peer peer, InetSocketAddress called, String id, List<Boolean> reads)
    implements Connection {
  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public boolean send(Message message) {
    return true;
  }

  @Override
  public void read(boolean on) {
    reads.add(on);
  }

  @Override
  public void close() {}
}
