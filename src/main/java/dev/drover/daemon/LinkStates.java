package dev.drover.daemon;

import dev.drover.net.Connection;
import dev.drover.peer.Address;
import dev.drover.peer.Site;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which links are up, and since when. A link is an address at which one of two nodes calls the
 * other one: it is up while beats are heard over a connection that was made so. On the loop.
 */
final class LinkStates {
  /**
   * One link with another node.
   *
   * @param address that is called
   * @param since when it came up or went down; where it was never up, when this node began
   */
  record Link(Address address, boolean isUp, Instant since) {}

  private record Key(String node, String called) {}

  private static final class State {
    private final Set<String> connections = new HashSet<>();
    private Instant since = Instant.MIN;
  }

  private final Site site;
  private final InstantSource clock;
  private final Journal journal;
  private final Instant begun;
  private final Map<Key, State> states = new HashMap<>();

  /** Nothing is up yet. */
  LinkStates(Site site, InstantSource clock, Journal journal) {
    this.site = site;
    this.clock = clock;
    this.journal = journal;
    this.begun = clock.instant();
  }

  /** Beats are heard over a connection, or not any more. */
  void changed(Connection connection, boolean isUp) {
    String node = connection.peer().node();
    String called = text(connection.called());
    State state = states.computeIfAbsent(new Key(node, called), first -> new State());
    boolean wasUp = !state.connections.isEmpty();
    if (isUp) {
      state.connections.add(connection.id());
    } else {
      state.connections.remove(connection.id());
    }
    if (wasUp == state.connections.isEmpty()) {
      state.since = clock.instant();
      journal.line("the link with %s at %s is %s".formatted(node, called, wasUp ? "down" : "up"));
    }
  }

  /** An address as all that are equal are written. */
  static String text(InetSocketAddress address) {
    return new Address(address.getHostString(), address.getPort()).toString();
  }

  /** All links with another node, in the order in which the site file lists their addresses. */
  List<Link> of(String node) {
    return addresses(node).stream().map(address -> link(node, address)).toList();
  }

  /** Whether any link with another node is up. */
  boolean isAnyUp(String node) {
    return of(node).stream().anyMatch(Link::isUp);
  }

  private Link link(String node, Address address) {
    State state = states.get(new Key(node, text(Station.at(address))));
    return state == null
        ? new Link(address, false, begun)
        : new Link(address, !state.connections.isEmpty(), state.since);
  }

  /** Whoever is not called, calls at this node's addresses. */
  private List<Address> addresses(String node) {
    return site.member(node)
        .filter(new Callers(site)::doesCall)
        .or(() -> site.member(site.node()))
        .map(Site.Member::addresses)
        .orElse(List.of());
  }
}
