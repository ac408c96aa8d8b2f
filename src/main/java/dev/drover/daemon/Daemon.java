package dev.drover.daemon;

import dev.drover.live.Decider;
import dev.drover.net.Admission;
import dev.drover.net.Backoff;
import dev.drover.net.Heartbeats;
import dev.drover.net.Limits;
import dev.drover.net.LinkHealth;
import dev.drover.net.Listener;
import dev.drover.net.Network;
import dev.drover.net.Reason;
import dev.drover.net.SteadyTime;
import dev.drover.net.TlsFiles;
import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** A member of a cluster, or a witness, with everything that belongs to it; running. */
public final class Daemon implements AutoCloseable {
  private static final Duration FIRST_CALL = Duration.ofMillis(50);
  private static final Duration LAST_CALL = Duration.ofSeconds(1);

  private final Journal journal;
  private final Member member;
  private final Loop loop;

  /** What is to be closed, the latest first. */
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /**
   * Starts a member.
   *
   * @param rules the folder of the rules that Drover comes with
   * @param compiler makes a decider of a folder of rules; throws what is wrong with them
   * @throws IOException where an address cannot be listened at, or a file cannot be read
   */
  public Daemon(Site site, Path rules, Function<Path, Decider> compiler, Journal journal)
      throws IOException {
    this(site, clock -> new Installed(site, rules, compiler, clock, journal), journal);
  }

  /** A member with other tools than those of its machine. */
  Daemon(Site site, Function<InstantSource, Tools> installation, Journal journal)
      throws IOException {
    this.journal = journal;
    InstantSource clock = InstantSource.system();
    Files.createDirectories(site.data());
    loop = opened(new Loop("drover", journal));
    Tools tools = opened(installation.apply(clock));
    member = new Member(site, tools, loop, journal, clock);
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "heartbeats"));
    open.push(timer::shutdownNow);
    Random random = new Random();
    Heartbeats heartbeats =
        opened(
            new Heartbeats(
                site.heartbeat().interval(),
                site.heartbeat().missed(),
                new SteadyTime(),
                random,
                timer,
                change -> changed(loop, change),
                member.links()));
    Network network =
        opened(
            new Network(
                new TlsFiles(site.tls().authority(), site.tls().certificate(), site.tls().key()),
                Limits.usual()));
    try {
      connect(site, network, heartbeats, timer, random);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
    loop.execute(
        () -> {
          member.listen(heartbeats::silence);
          member.begin();
        });
  }

  private void connect(
      Site site,
      Network network,
      Heartbeats heartbeats,
      ScheduledExecutorService timer,
      Random random)
      throws IOException {
    Admission ofCluster = Admission.of(site.cluster(), EnumSet.allOf(Role.class));
    Admission known = peer -> isStranger(site, peer) ? Reason.NOT_ADMITTED : ofCluster.refuse(peer);
    for (Site.Member each : site.members()) {
      for (Address address : each.addresses()) {
        InetSocketAddress at = new InetSocketAddress(address.host(), address.port());
        if (each.name().equals(site.node())) {
          Listener listener = opened(network.listen(at, known, heartbeats));
          journal.line("listening at " + listener.address());
        } else if (site.node().compareTo(each.name()) < 0) {
          // one of two calls, so that a link is not made twice
          Backoff backoff = new Backoff(FIRST_CALL, LAST_CALL, random);
          open.push(network.dial(at, site.peer(each), heartbeats, backoff, timer));
        }
      }
    }
  }

  /** Whoever has a node's certificate and is not listed was taken off the list. */
  private static boolean isStranger(Site site, Peer peer) {
    return switch (peer.role()) {
      case MEMBER, WITNESS -> site.member(peer.node()).isEmpty();
      case AGENT -> !site.agents().contains(peer.node());
      case OPERATOR -> false;
    };
  }

  private void changed(Loop loop, LinkHealth.Change change) {
    boolean isUp = change.state() == LinkHealth.State.UP;
    String link = change.link();
    if (link == null) {
      loop.execute(() -> member.heard(change.node(), isUp));
    } else if (!isUp && change.node().role() != Role.OPERATOR) {
      // Operators send no beats: they wait for their answer, however long it takes.
      loop.execute(() -> member.links().end(link));
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** What there is behind it, for tests. */
  Member member() {
    return member;
  }

  /**
   * Asks for leave: what runs here goes elsewhere first.
   *
   * @return completes once nothing runs here any more
   */
  public CompletableFuture<Void> leave() {
    return member.leave();
  }

  /** Ends this process' part in the cluster at once; services that run here go on. */
  @Override
  public void close() {
    // Nothing is taken up any more before the first of the parts is gone that it may need.
    loop.closeAfter(
        () -> {
          try {
            member.close();
          } catch (IOException e) {
            journal.line("not closed in good order: " + e.getMessage());
          }
        });
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        journal.line("not closed in good order: " + e.getMessage());
      }
    }
  }
}
