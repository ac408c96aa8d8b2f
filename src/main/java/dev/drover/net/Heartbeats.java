package dev.drover.net;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Sends a beat on each connection and tells which links and nodes are up. It is given to a {@link
 * Listener} or {@link Dialer}, as many as there are, and passes on to others what is not a beat.
 *
 * <p>A node's connection begins with a beat, and the others are told of it then: what has a node's
 * certificate and does not beat, such as a program that gives a command, is not its daemon, and
 * neither counts as it nor gets what is meant for it. Operators need not beat.
 *
 * <p>Afterwards any message is as good as a beat. A beat that cannot be queued is left out: a link
 * on which nothing moves is to be seen as down by the other side.
 */
public final class Heartbeats implements Events, AutoCloseable {
  /** How often within an interval all links are looked at, at most. */
  private static final int LOOKS = 8;

  private final Duration interval;
  private final LinkHealth health;
  private final InstantSource time;
  private final RandomGenerator random;
  private final ScheduledExecutorService scheduler;
  private final Consumer<LinkHealth.Change> changed;
  private final Events others;
  private final Map<String, Connection> connections = new LinkedHashMap<>();

  /** The connections that the others were told of. */
  private final Set<String> begun = new HashSet<>();

  private Instant told = Instant.MIN;
  private boolean closed;

  /**
   * Begins to beat.
   *
   * @param interval at most this long between two beats, at least three quarters of it
   * @param missed how many beats in a row may be missing before a link is down
   * @param time must not jump: see {@link SteadyTime}
   * @param scheduler must not be shut down before this is closed
   * @param changed told of each change in order, by one thread at a time; must not block, and must
   *     not throw
   * @param others told what happens on the connections, beats excepted
   */
  public Heartbeats(
      Duration interval,
      int missed,
      InstantSource time,
      RandomGenerator random,
      ScheduledExecutorService scheduler,
      Consumer<LinkHealth.Change> changed,
      Events others) {
    this.interval = interval;
    this.health = new LinkHealth(interval, missed);
    this.time = time;
    this.random = random;
    this.scheduler = scheduler;
    this.changed = changed;
    this.others = others;
    later();
  }

  /** The names of the nodes that are up now. */
  public synchronized List<String> up() {
    return health.up(time.instant());
  }

  /** How long nothing was heard of a node on any link; zero for one that is not known. */
  public synchronized Duration silence(Peer node) {
    return health.silence(node, time.instant());
  }

  private void later() {
    long whole = interval.toNanos();
    scheduler.schedule(this::beat, whole - random.nextLong(whole / 4 + 1), TimeUnit.NANOSECONDS);
  }

  private synchronized void beat() {
    if (!closed) {
      later();
      connections.values().forEach(connection -> connection.send(Message.beat()));
      tell();
    }
  }

  private void tell() {
    told = time.instant();
    health.changes(told).forEach(changed);
  }

  @Override
  public void opened(Connection connection) {
    synchronized (this) {
      connections.put(connection.id(), connection);
      health.opened(connection.id(), connection.peer());
    }
    connection.send(Message.beat());
    if (connection.peer().role() == Role.OPERATOR) {
      begin(connection);
    }
  }

  private void begin(Connection connection) {
    boolean isFirst;
    synchronized (this) {
      isFirst = begun.add(connection.id());
    }
    if (isFirst) {
      others.opened(connection);
    }
  }

  private synchronized boolean hasBegun(Connection connection) {
    return begun.contains(connection.id());
  }

  @Override
  public void received(Connection connection, Message message) {
    if (message.kind() == Message.BEAT) {
      begin(connection);
    } else if (!hasBegun(connection)) {
      throw new RefusedException(
          Reason.NO_BEAT,
          "`%s` began with no heartbeat; maybe a command was given with that node's certificate"
              .formatted(connection.peer().uri()));
    }
    synchronized (this) {
      Instant now = time.instant();
      boolean known = health.link(connection.id(), now) == LinkHealth.State.UP;
      health.heard(connection.id(), now);
      // looking at all of a thousand links at each of their beats would be all that is done
      if (!known || now.isAfter(told.plus(interval.dividedBy(LOOKS)))) {
        tell();
      }
    }
    if (message.kind() != Message.BEAT) {
      others.received(connection, message);
    }
  }

  @Override
  public void closed(Connection connection, Refusal why) {
    boolean hadBegun;
    synchronized (this) {
      connections.remove(connection.id());
      hadBegun = begun.remove(connection.id());
      health.closed(connection.id()).forEach(changed);
    }
    if (hadBegun) {
      others.closed(connection, why);
    } else {
      others.refused(why);
    }
  }

  @Override
  public void refused(Refusal why) {
    others.refused(why);
  }

  /** Beats no more; the connections stay. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
