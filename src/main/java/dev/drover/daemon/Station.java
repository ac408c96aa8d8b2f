package dev.drover.daemon;

import dev.drover.keys.KeyRing;
import dev.drover.net.Admission;
import dev.drover.net.Backoff;
import dev.drover.net.Heartbeats;
import dev.drover.net.Limits;
import dev.drover.net.LinkHealth;
import dev.drover.net.Listener;
import dev.drover.net.Network;
import dev.drover.net.SteadyTime;
import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.BiConsumer;

/** A node's connections with the others, and the heartbeats on them. */
final class Station implements AutoCloseable {
  private static final Duration FIRST_CALL = Duration.ofMillis(50);

  private final Site site;
  private final Threads threads;
  private final Loop loop;
  private final Links links;
  private final BiConsumer<Peer, Boolean> heard;
  private final Heartbeats heartbeats;
  private final Network network;
  private final Random random = new Random();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /**
   * Begins to beat; nobody is called yet.
   *
   * @param threads are not closed here, and must outlive this
   * @param heard told on the loop of who is heard, or not any more
   * @throws IOException where the keys are of a kind that TLS does not know
   */
  Station(
      Site site,
      KeyRing keys,
      Limits limits,
      Threads threads,
      Loop loop,
      Links links,
      BiConsumer<Peer, Boolean> heard)
      throws IOException {
    this.site = site;
    this.threads = threads;
    this.loop = loop;
    this.links = links;
    this.heard = heard;
    this.network = new Network(keys, limits, threads.workers());
    this.heartbeats =
        new Heartbeats(
            site.heartbeat().interval(),
            site.heartbeat().missed(),
            new SteadyTime(),
            random,
            threads.timer(),
            this::changed,
            links);
    open.push(heartbeats);
  }

  private void changed(LinkHealth.Change change) {
    boolean isUp = change.state() == LinkHealth.State.UP;
    String link = change.link();
    if (link == null) {
      loop.execute(() -> heard.accept(change.node(), isUp));
    } else if (change.node().role() != Role.OPERATOR) {
      // Operators only answer beats, and may be busy: they have until the link counts as idle.
      loop.execute(() -> links.heard(link, isUp));
    }
  }

  /**
   * Calls a member at each of its addresses, again and again.
   *
   * @param longestPause between two calls
   */
  void call(Site.Member member, Duration longestPause) {
    for (Address address : member.addresses()) {
      Backoff backoff = new Backoff(FIRST_CALL, longestPause, random);
      open.push(network.dial(at(address), site.peer(member), heartbeats, backoff, threads.timer()));
    }
  }

  /** How long nothing was heard of a node; zero for one that is not known. */
  Duration silence(Peer node) {
    return heartbeats.silence(node);
  }

  /**
   * Accepts connections.
   *
   * @throws IOException where the address cannot be had
   */
  InetSocketAddress listen(Address address, Admission admission) throws IOException {
    Listener listener = network.listen(at(address), admission, heartbeats);
    open.push(listener);
    return listener.address();
  }

  /** An address that is called or listened at. */
  static InetSocketAddress at(Address address) {
    return new InetSocketAddress(address.host(), address.port());
  }

  /** Ends all connections, and calls nobody any more. */
  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
