package dev.drover.raft;

import dev.drover.peer.Peer;

/**
 * One machine that keeps the log.
 *
 * @param name unique in the cluster, by the rules of {@link Peer#checkName}
 * @param host where it listens and is called: an address or a name that its certificate holds
 * @param port 1 to 65535
 * @param votesOnly a witness: it votes and keeps the log, and never leads
 */
public record Member(String name, String host, int port, boolean votesOnly) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException with the value in backticks
   */
  public Member {
    Peer.checkName("member", name);
    if (!host.matches("[A-Za-z0-9.:_%-]{1,255}")) {
      throw new IllegalArgumentException(
          "member `" + name + "`: host `" + host + "`: expected a name or an address");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "member `" + name + "`: port `" + port + "`: expected 1 to 65535");
    }
  }
}
