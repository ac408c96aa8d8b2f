package dev.drover.daemon;

import dev.drover.keys.KeyRing;
import dev.drover.live.Decider;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import dev.drover.net.Connection;
import dev.drover.net.SteadyTime;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.raft.Lineage;
import dev.drover.raft.Replica;
import dev.drover.raft.Setup;
import dev.drover.raft.Tenure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A full member: replica, local agents, and, while it leads, the one who decides.
 *
 * <p>Everything here happens on the loop.
 */
final class Member implements Links.Reader, AutoCloseable {
  private static final Duration ASKING = Duration.ofSeconds(1);

  private final Site site;
  private final Tools tools;
  private final Loop loop;
  private final Journal journal;
  private final InstantSource clock;
  private final Links links;
  private final Post post;
  private final Books books;
  private final Uptake uptake;
  private final Opening opening;
  private final Workplace work;
  private final Duty duty;
  private final Commands commands;
  private final Silence silence;
  private final Office office;
  private final Pair pair;
  private final Mail mail;
  private final Rehearsal rehearsal;
  private final Set<String> up = new HashSet<>();

  /** Whoever was heard once. */
  private final Set<String> met = new HashSet<>();

  /** Since this member began; a clock that is set takes no time. */
  private final InstantSource steady = new SteadyTime();

  /** By which the decider decides; empty for those that Drover comes with. */
  private Map<String, String> rules = Map.of();

  private Decider decider;
  private @Nullable Replica replica;
  private final CompletableFuture<String> broken = new CompletableFuture<>();
  private boolean closed;

  /** A member that has not begun. */
  Member(
      Site site,
      KeyRing keys,
      Tools tools,
      Loop loop,
      Journal journal,
      InstantSource clock,
      Guard guard,
      Moments moments) {
    this.site = site;
    this.tools = tools;
    this.loop = loop;
    this.journal = journal;
    this.clock = clock;
    this.decider = tools.decider(Map.of());
    this.links = new Links(loop, journal, new LinkStates(site, clock, journal), this);
    this.post = new Post(site.self(), loop, links, this);
    this.office = new Office(this, journal);
    this.pair = new Pair(this, journal);
    this.mail = new Mail(this, journal);
    this.uptake = new Uptake(loop, this::takeUp);
    this.books = new Books(tools.reader(), entry -> loop.execute(() -> uptake.applied(entry)));
    Setup setup = Opening.setup(site, keys, books, office);
    this.opening = new Opening(site, setup, journal, made -> replica = made);
    this.work = new Workplace(site, tools.agents(), loop, post, journal);
    // A leader that was deposed while this member was down may be heard first.
    work.desk().obeys(opening.newest());
    this.duty = new Duty(site.node(), work::desk, guard, moments, this::follows, post::send);
    this.silence = new Silence(site, loop, journal, this::gone);
    this.commands = new Commands(this);
    this.rehearsal =
        new Rehearsal(loop, steady, () -> leading() != null, this::rehearse, Rehearsal.Pace.USUAL);
  }

  Site site() {
    return site;
  }

  Links links() {
    return links;
  }

  Books books() {
    return books;
  }

  InstantSource clock() {
    return clock;
  }

  Tools tools() {
    return tools;
  }

  Loop loop() {
    return loop;
  }

  Post post() {
    return post;
  }

  Duty duty() {
    return duty;
  }

  private boolean follows(String other, Token token) {
    Replica log = replica;
    return log != null && log.follows(other, new Tenure(token.epoch(), token.term()));
  }

  /** Who leads as far as this member knows; null where nobody does. */
  @Nullable String leader() {
    return office.leader();
  }

  /** What decides at present. */
  Decider decider() {
    Map<String, String> replicated = books.page().saved().rules();
    if (!replicated.equals(rules)) {
      try {
        decider = commands.decider(replicated);
      } catch (IllegalArgumentException wrong) {
        journal.line("the rules cannot be used here, the ones before stay: " + wrong.getMessage());
      }
      rules = replicated;
    }
    return decider;
  }

  @Nullable Leading leading() {
    return office.leading();
  }

  Office office() {
    return office;
  }

  Pair pair() {
    return pair;
  }

  Opening opening() {
    return opening;
  }

  Workplace work() {
    return work;
  }

  Commands commands() {
    return commands;
  }

  boolean isClosed() {
    return closed;
  }

  @Nullable Replica replica() {
    return replica;
  }

  /** Nodes that are heard, this one included. */
  Set<String> present() {
    Set<String> present = new HashSet<>(up);
    if (site.role() != Role.WITNESS) {
      present.add(site.node());
    }
    return present;
  }

  /** Members that are heard and run resources, this one included. */
  Set<String> fencers() {
    Set<String> fencers = present();
    fencers.removeIf(node -> site.member(node).isEmpty());
    return fencers;
  }

  /** A node that is not heard is gone if it was heard before, or had the time to call this one. */
  boolean isGone(String node) {
    return met.contains(node)
        || steady.instant().isAfter(Instant.EPOCH.plus(site.patience().boot()));
  }

  /** The replication has ended here, and does not begin again in this process. */
  void broke(String reason) {
    if (!closed) {
      broken.complete(reason);
    }
  }

  /** Completes with the reason once the replication has ended here by itself. */
  CompletableFuture<String> broken() {
    return broken;
  }

  /** Begins to find out which log counts. */
  void begin() {
    mail.proceed();
    loop.every(ASKING, mail::remind);
    loop.every(ASKING, pair::watch);
    rehearsal.begin();
  }

  private void rehearse() {
    site.members().stream()
        .filter(member -> !member.witness() && !member.name().equals(site.node()))
        .findFirst()
        .ifPresent(
            other ->
                decider().rule(Alone.without(books.page().state(), other.name()), clock.instant()));
  }

  @Override
  public void met(Peer peer, String host) {
    Leading leading = leading();
    silence.met(peer, host);
    if (peer.role() == Role.MEMBER || peer.role() == Role.WITNESS) {
      mail.stand(peer.node());
    }
    if (leading != null && (peer.role() == Role.MEMBER || peer.role() == Role.AGENT)) {
      leading.greet(peer.node());
    }
  }

  @Override
  public void parted(Peer peer) {
    Leading leading = leading();
    if (leading != null && (peer.role() == Role.MEMBER || peer.role() == Role.AGENT)) {
      // over the connections that are left; where there is none it is lost, too
      leading.greet(peer.node());
    }
    if (!links.peers().contains(peer)) {
      commands.enquiries().parted(peer.node());
    }
  }

  /** Heartbeats tell that a node is there, or not any more. */
  void heard(Peer peer, boolean isUp) {
    if (peer.role() == Role.OPERATOR || closed) {
      return;
    }
    silence.heard(peer, isUp);
    if (!isUp) {
      return;
    }
    pair.heard(peer.node());
    if (peer.role() != Role.WITNESS) {
      up.add(peer.node());
      met.add(peer.node());
    }
    if (peer.node().equals(pair.givenUp())) {
      pair.end();
      office.resume();
    }
  }

  /** Tells how long nothing was heard of a node, from now on. */
  void listen(Function<Peer, Duration> silent) {
    silence.watch(silent);
  }

  private void gone(Peer peer) {
    Leading leading = leading();
    if (closed) {
      return;
    }
    boolean runs = peer.role() != Role.WITNESS;
    up.remove(peer.node());
    if (runs && pair.isOne() && peer.role() == Role.MEMBER) {
      pair.lost(peer.node());
    } else if (runs && leading != null) {
      leading.lost(peer.node());
    }
  }

  @Override
  public void read(Peer from, @Nullable Connection over, Letter letter) {
    mail.read(from, over, letter);
  }

  /** Fences from now on by what is written down. */
  void configure() {
    tools.fences().configured(books.page().state());
  }

  private void takeUp(boolean isRuled) {
    tools.fences().configured(books.page().state());
    Leading leading = leading();
    if (leading == null) {
      rehearsal.soon();
      return;
    }
    if (isRuled) {
      leading.coordinator().ruledBy(decider(), clock.instant());
    }
    leading.configured(books.page().state().configuration());
  }

  /**
   * Asks for leave: what runs here is to go elsewhere first.
   *
   * @return completes once nothing runs here any more
   */
  CompletableFuture<Void> leave() {
    loop.execute(office::leave);
    return work.leave();
  }

  /** Whether nothing runs here any more, and nothing will. */
  boolean hasLeft() {
    return work.hasLeft();
  }

  /** Ends everything here; services that run go on. */
  @Override
  public void close() throws IOException {
    closed = true;
    silence.close();
    work.close();
    pair.close();
    Replica log = replica;
    if (log != null) {
      log.close();
    }
    if (work.isReleased()) {
      Lineage.discard(site.data().resolve("log"));
    }
  }
}
