package dev.drover.net;

import dev.drover.peer.Peer;
import java.net.InetSocketAddress;

/** An open connection to a peer that has proved who it is; for any thread. */
public interface Connection {
  /** Who is on the other side. */
  Peer peer();

  /** The IP address of the machine on the other side. */
  String host();

  /** The address that was called, as it was given to whoever called it or listens there. */
  InetSocketAddress called();

  /** A name that no other connection of this process has. */
  String id();

  /**
   * Sends a message after those sent before it. True says that it waits to be sent, not that it
   * arrives.
   *
   * @return false where the connection has ended, or where too much waits already: the message is
   *     not sent then
   * @throws IllegalArgumentException where it is longer than a frame may be
   */
  boolean send(Message message);

  /**
   * Whether what comes is read; at first it is. What is not read waits in the machines' systems,
   * and the other side is told in time that too much waits. That goes for heartbeats, too.
   */
  void read(boolean on);

  /** Ends it; without effect where it has ended. */
  void close();
}
