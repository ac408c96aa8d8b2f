package dev.drover.net;

import java.time.Duration;

/**
 * What a connection may cost.
 *
 * @param frame bytes of one message's payload
 * @param queued bytes that may wait to be sent on one connection, headers included
 * @param connections of a listener with those who have proved who they are
 * @param perPeer connections of a listener with the same peer: one for each path, and some for
 *     those whose end was not noticed yet
 * @param unproved connections of a listener with those who have not; where there are more, older
 *     ones go
 * @param perAddress those of them from the same IP address
 * @param handshake how long it may take from connecting until both sides are proved
 * @param idle how long no whole frame may come; longer than it takes to send the longest one
 */
public record Limits(
    int frame,
    int queued,
    int connections,
    int perPeer,
    int unproved,
    int perAddress,
    Duration handshake,
    Duration idle) {
  /** The longest payload that can be asked for: what a frame's length can tell, with room. */
  private static final int LONGEST = 1 << 30;

  /** Checks that nothing is unlimited. */
  public Limits {
    if (frame < 0 || frame > LONGEST || queued < 1 || connections < 1 || perPeer < 1) {
      throw new IllegalArgumentException("a limit of a listener's or connection's size is wrong");
    }
    if (unproved < 1 || perAddress < 1) {
      throw new IllegalArgumentException("a limit of a listener's or connection's size is wrong");
    }
    if (handshake.toMillis() < 1 || idle.toMillis() < 1) {
      throw new IllegalArgumentException("a time limit must be a millisecond or more");
    }
  }

  /**
   * 8 MiB a message, 32 MiB waiting, 256 connections, 8 of a peer, 128 that have not proved who
   * they are, 32 of them from one address, 10 s to begin, 30 s idle.
   */
  public static Limits usual() {
    return new Limits(
        8 << 20, 32 << 20, 256, 8, 128, 32, Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /**
   * The same with room for as many agents, 0 or more: each may come once more than there are links,
   * until an old link is given up, and all of them at once, be it from one address.
   */
  public Limits withAgents(int agents) {
    return new Limits(
        frame,
        queued,
        connections + 2 * agents,
        perPeer,
        unproved + agents,
        perAddress + agents,
        handshake,
        idle);
  }
}
