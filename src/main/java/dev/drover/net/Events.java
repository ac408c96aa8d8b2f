package dev.drover.net;

/**
 * Told what happens on connections. For each connection in order and by one thread at a time;
 * nothing here may block, because other connections wait for it. What it throws ends the
 * connection.
 */
public interface Events {
  /** Both sides have proved who they are, and may send. */
  void opened(Connection connection);

  /** A message came, or a heartbeat. */
  void received(Connection connection, Message message);

  /** An opened connection has ended: told once, and the last thing about it. */
  void closed(Connection connection, Refusal why);

  /** A connection was never opened. */
  void refused(Refusal why);
}
