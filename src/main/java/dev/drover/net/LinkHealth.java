package dev.drover.net;

import dev.drover.peer.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which links, and which nodes behind them, are up. A link is up from the first thing heard
 * on it until nothing was heard for the allowed time, or it was closed. A node is up until nothing
 * was heard for that time on any of its links: a link that is closed and made again does not take
 * the node down.
 *
 * <p>Knows no clock and no thread; the instants passed in must not jump. Not for several threads.
 */
public final class LinkHealth {
  /** Whether something was heard lately. */
  public enum State {
    UP,
    DOWN
  }

  /**
   * A link or a node is not any more what it was.
   *
   * @param link which link; null where it is the node itself
   */
  public record Change(Peer node, @Nullable String link, State state) {}

  private static final class Heard {
    private final Peer node;
    private @Nullable Instant last;
    private boolean reportedUp;

    private Heard(Peer node) {
      this.node = node;
    }

    private void at(Instant now) {
      if (last == null || now.isAfter(last)) {
        last = now;
      }
    }
  }

  private final Duration allowed;
  private final Map<String, Heard> links = new LinkedHashMap<>();
  private final Map<Peer, Heard> nodes = new LinkedHashMap<>();

  /**
   * Nothing is up yet.
   *
   * @param interval between two beats
   * @param missed how many beats in a row may be missing before it is down; 1 or more
   */
  public LinkHealth(Duration interval, int missed) {
    if (interval.isZero() || interval.isNegative() || missed < 1) {
      throw new IllegalArgumentException(
          missed + " beats each `" + interval + "`: expected one or more, and some time");
    }
    this.allowed = interval.multipliedBy(missed);
  }

  /** A link to a node was made; it is not up before something is heard. */
  public void opened(String link, Peer node) {
    links.put(link, new Heard(node));
  }

  /** Something came on a link; without effect where it was closed. */
  public void heard(String link, Instant now) {
    Heard heard = links.get(link);
    if (heard != null) {
      heard.at(now);
      nodes.computeIfAbsent(heard.node, Heard::new).at(now);
    }
  }

  /** A link has ended, and is down at once: what changed by that. */
  public List<Change> closed(String link) {
    Heard heard = links.remove(link);
    return heard == null || !heard.reportedUp
        ? List.of()
        : List.of(new Change(heard.node, link, State.DOWN));
  }

  /** The state of a link; down where there is none. */
  public State link(String link, Instant now) {
    return state(links.get(link), now);
  }

  /** The state of a node; down where it is not known. */
  public State node(Peer node, Instant now) {
    return state(nodes.get(node), now);
  }

  /** How long nothing was heard of a node on any of its links; zero for one that is not known. */
  public Duration silence(Peer node, Instant now) {
    Heard heard = nodes.get(node);
    return heard == null || heard.last == null ? Duration.ZERO : Duration.between(heard.last, now);
  }

  /** The nodes that are up, by name. */
  public List<String> up(Instant now) {
    TreeSet<String> found = new TreeSet<>();
    nodes.forEach(
        (node, heard) -> {
          if (state(heard, now) == State.UP) {
            found.add(node.node());
          }
        });
    return List.copyOf(found);
  }

  /** What has changed since the last time this was asked: links first, then nodes. */
  public List<Change> changes(Instant now) {
    List<Change> changes = new ArrayList<>();
    links.forEach((link, heard) -> report(heard, link, now, changes));
    nodes.forEach((node, heard) -> report(heard, null, now, changes));
    // a node that is down is forgotten, so that those who never come again take no room
    nodes.values().removeIf(heard -> state(heard, now) == State.DOWN);
    return changes;
  }

  private void report(Heard heard, @Nullable String link, Instant now, List<Change> changes) {
    State state = state(heard, now);
    if (heard.reportedUp != (state == State.UP)) {
      heard.reportedUp = !heard.reportedUp;
      changes.add(new Change(heard.node, link, state));
    }
  }

  private State state(@Nullable Heard heard, Instant now) {
    return heard != null && heard.last != null && now.isBefore(heard.last.plus(allowed))
        ? State.UP
        : State.DOWN;
  }
}
