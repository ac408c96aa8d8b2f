package dev.drover.daemon;

import dev.drover.execute.Fenced;
import dev.drover.live.Decider;
import dev.drover.live.Entry;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import dev.drover.net.Connection;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.plan.Action;
import dev.drover.raft.Keys;
import dev.drover.raft.Replica;
import dev.drover.raft.Settings;
import dev.drover.raft.Setup;
import dev.drover.raft.Tenure;
import dev.drover.raft.Watcher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A full member: replica, local agents, and, while it leads, the one who decides.
 *
 * <p>Everything here happens on the loop.
 */
final class Member implements Links.Reader, AutoCloseable {
  private static final Duration ASKING = Duration.ofSeconds(1);
  private static final Duration LOOKING = Duration.ofMinutes(1);

  /** How long after this member's start others may take to be heard for the first time. */
  private static final Duration SETTLING = Duration.ofSeconds(20);

  private final Site site;
  private final Tools tools;
  private final Loop loop;
  private final Journal journal;
  private final InstantSource clock;
  private final Links links;
  private final Post post;
  private final Books books;
  private final Opening opening;
  private final Workplace work;
  private final Commands commands;
  private final ExecutorService slow =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "replication"));
  private final Silence silence;
  private final Set<String> up = new HashSet<>();

  /** Whoever was heard once. */
  private final Set<String> met = new HashSet<>();

  private final Instant started;
  private final Set<String> admitting = new HashSet<>();
  private Decider decider;
  private @Nullable Replica replica;
  private @Nullable Leading leading;
  private @Nullable Alone alone;
  private @Nullable CutOff cutOff;
  private @Nullable Action fencedBefore;
  private @Nullable String leader;

  /** While this member leads, as the replication sees it. */
  private @Nullable Tenure tenure;

  /** The latest that was decided by here. */
  private Token decided = Token.NONE;

  private long lostLeaderCount;
  private boolean closed;

  /** A member that has not begun. */
  Member(Site site, Tools tools, Loop loop, Journal journal, InstantSource clock) {
    this.site = site;
    this.tools = tools;
    this.loop = loop;
    this.journal = journal;
    this.clock = clock;
    this.started = clock.instant();
    this.decider = tools.decider(Map.of());
    this.links = new Links(loop, journal, this);
    this.post = new Post(site.self(), loop, links, this);
    this.books = new Books(tools.reader(), entry -> loop.execute(() -> applied(entry)));
    Settings usual = Settings.in(site.data().resolve("log"));
    Settings settings =
        new Settings(
            usual.folder(),
            site.election().min(),
            site.election().max(),
            usual.stepDownWait(),
            usual.snapshotEvery(),
            usual.maxEntryBytes(),
            usual.maxPending());
    Setup setup =
        new Setup(
            Opening.member(site.member(site.node()).orElseThrow()),
            new Keys(site.tls().authority(), site.tls().certificate(), site.tls().key()),
            settings,
            books,
            new Watching());
    this.opening = new Opening(site, setup, journal, made -> replica = made);
    this.work = new Workplace(site.node(), tools.agents(), loop, post, journal);
    this.silence = new Silence(site, loop, journal, this::gone);
    this.commands = new Commands(this);
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

  /** Who leads as far as this member knows; null where nobody does. */
  @Nullable String leader() {
    return leader;
  }

  /** What decides at present. */
  Decider decider() {
    return decider;
  }

  @Nullable Leading leading() {
    return leading;
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
  private Set<String> fencers() {
    Set<String> fencers = present();
    fencers.removeIf(node -> site.member(node).isEmpty());
    return fencers;
  }

  /** A node that is not heard is gone if it was heard before, or had the time to call this one. */
  private boolean isGone(String node) {
    return met.contains(node) || clock.instant().isAfter(started.plus(SETTLING));
  }

  /** Begins to find out which log counts. */
  void begin() {
    proceed();
    loop.every(ASKING, this::remind);
    loop.every(LOOKING, this::look);
  }

  private void look() {
    if (leading != null) {
      leading.coordinator().look(clock.instant());
    } else {
      rehearse();
    }
  }

  /**
   * Decides, for nothing, what would be done if another member were lost: code that has run is
   * loaded and compiled, and a cluster's first emergency is not the moment for that.
   */
  private void rehearse() {
    site.members().stream()
        .filter(member -> !member.witness() && !member.name().equals(site.node()))
        .findFirst()
        .ifPresent(
            other ->
                decider.rule(Alone.without(books.page().state(), other.name()), clock.instant()));
  }

  private void proceed() {
    try {
      opening.proceed();
    } catch (IOException e) {
      journal.line("the log cannot be opened: " + e.getMessage());
    }
  }

  /** Tells the others again where this member stands, as long as that has a purpose. */
  private void remind() {
    if (replica == null || opening.isJoining()) {
      site.members().stream()
          .filter(member -> !member.name().equals(site.node()))
          .forEach(member -> stand(member.name()));
    }
  }

  private void stand(String other) {
    try {
      post.send(other, opening.standing());
    } catch (IOException e) {
      journal.line("the log cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void met(Peer peer) {
    if (peer.role() == Role.MEMBER || peer.role() == Role.WITNESS) {
      stand(peer.node());
    }
    if (leading != null && (peer.role() == Role.MEMBER || peer.role() == Role.AGENT)) {
      leading.greet(peer.node());
    }
  }

  @Override
  public void parted(Peer peer) {
    if (leading != null && (peer.role() == Role.MEMBER || peer.role() == Role.AGENT)) {
      // over the connections that are left; where there is none it is lost, too
      leading.greet(peer.node());
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
    if (peer.role() != Role.WITNESS) {
      up.add(peer.node());
      met.add(peer.node());
    }
    if (alone != null && alone.peer().equals(peer.node())) {
      alone.end();
      alone = null;
      if (tenure != null && leading == null) {
        // The replication never noticed, and so does not say again that this member leads.
        lead(tenure);
      }
    }
  }

  /** Tells how long nothing was heard of a node, from now on. */
  void listen(Function<Peer, Duration> silent) {
    silence.watch(silent);
  }

  private void gone(Peer peer) {
    if (closed) {
      return;
    }
    boolean runs = peer.role() != Role.WITNESS;
    up.remove(peer.node());
    if (runs && isPair() && peer.role() == Role.MEMBER) {
      lostPeer(peer.node());
    } else if (runs && leading != null) {
      leading.lost(peer.node());
    }
  }

  /** Two vote, this one and another: the other's silence is no vote. */
  private boolean isPair() {
    Replica log = replica;
    return log != null
        && log.members().size() == 2
        && log.members().stream().noneMatch(m -> m.votesOnly());
  }

  private void lostPeer(String peer) {
    Replica log = replica;
    if (log == null || alone != null) {
      return;
    }
    Optional<String> objection = log.mayContinueAlone();
    if (objection.isPresent()) {
      journal.line(
          "`" + peer + "` is lost, and this member does not go on alone: " + objection.get());
      return;
    }
    stopLeading();
    Alone next =
        new Alone(
            peer,
            decider,
            books.page().state(),
            (job, state, ended) -> tools.fences().fence(job, state, site.node(), ended),
            loop,
            clock,
            journal,
            action -> goOnAlone(peer, action));
    alone = next;
    if (!site.reach().isEmpty()) {
      slow.execute(
          () -> {
            boolean reaches = Reach.any(site.reach());
            loop.execute(() -> afterReach(next, reaches));
          });
    } else {
      next.begin();
    }
  }

  private void afterReach(Alone next, boolean reaches) {
    if (alone != next) {
      return;
    }
    if (reaches) {
      next.begin();
    } else {
      journal.line(
          "none of %s answers: this node has lost its network, and fences nobody"
              .formatted(site.reach()));
      alone = null;
      loop.after(
          ASKING,
          () -> {
            if (!up.contains(next.peer()) && leading == null && alone == null) {
              lostPeer(next.peer());
            }
          });
    }
  }

  private void goOnAlone(String peer, Action fencing) {
    Replica log = replica;
    if (log == null) {
      return;
    }
    fencedBefore = fencing;
    slow.execute(
        () -> {
          try {
            log.continueAlone(peer);
          } catch (IOException | IllegalStateException e) {
            loop.execute(() -> journal.line("this member cannot go on alone: " + e.getMessage()));
          }
        });
  }

  @Override
  public void read(Peer from, @Nullable Connection over, Letter letter) {
    if (letter instanceof Letter.Ask ask) {
      commands.asked(from, over, ask);
      return;
    }
    String objection = Entitled.objection(from, letter);
    if (objection != null) {
      journal.line(from.uri() + " " + objection);
    } else if (letter instanceof Letter.Answer answer) {
      commands.answered(answer);
    } else if (letter instanceof Letter.Report report) {
      if (leading != null) {
        leading.reported(report.report());
      }
    } else if (letter instanceof Letter.Told told) {
      if (leading != null) {
        leading.told(from.node(), told.finished());
      }
    } else if (letter instanceof Letter.Leave leave) {
      if (leading != null) {
        commands.leave(leading, leave.node());
      }
    } else {
      readFromMember(from, letter);
    }
  }

  private void readFromMember(Peer from, Letter letter) {
    if (letter instanceof Letter.Lead && cutOff != null) {
      cutOff.end();
      cutOff = null;
    }
    if (work.read(from.node(), letter)) {
      return;
    }
    if (letter instanceof Letter.Standing standing) {
      stood(from, standing);
    } else if (letter instanceof Letter.Fence fence) {
      if (work.desk().obeys(fence.job().token())) {
        tools
            .fences()
            .fence(
                fence.job(),
                books.page().state(),
                from.node(),
                (done, reason) ->
                    loop.execute(
                        () ->
                            post.send(from.node(), new Letter.Fenced(fence.job(), done, reason))));
      }
    } else if (letter instanceof Letter.Fenced fenced) {
      if (leading != null && fenced.job().token().isSameTenure(leading.token())) {
        leading
            .coordinator()
            .fenced(fenced.job().number(), fenced.done(), fenced.reason(), clock.instant());
      }
    }
  }

  private void stood(Peer from, Letter.Standing standing) {
    try {
      opening.heard(standing);
    } catch (IOException e) {
      journal.line("the log cannot be opened: " + e.getMessage());
    }
    Replica log = replica;
    if (log != null && !standing.open()) {
      stand(from.node());
    }
    Optional<Site.Member> member = site.member(from.node());
    if (standing.asks()
        && leading != null
        && log != null
        && member.isPresent()
        && admitting.add(from.node())) {
      journal.line(from.node() + " is made a member again");
      var unused =
          log.admit(Opening.member(member.get()))
              .whenComplete(
                  (done, problem) ->
                      loop.execute(
                          () -> {
                            admitting.remove(from.node());
                            journal.line(
                                problem == null
                                    ? from.node() + " is a member"
                                    : from.node()
                                        + " is not a member yet: "
                                        + problem.getMessage());
                          }));
    }
  }

  private void applied(Entry entry) {
    if (entry instanceof Entry.Policy policy) {
      decider = commands.decider(policy.files());
    }
    if (!(entry instanceof Entry.Happened)) {
      tools.fences().configured(books.page().state());
    }
    if (leading == null) {
      if (!(entry instanceof Entry.Happened)) {
        rehearse();
      }
      return;
    }
    if (entry instanceof Entry.Policy) {
      leading.coordinator().ruledBy(decider, clock.instant());
    } else if (!(entry instanceof Entry.Happened)) {
      leading.coordinator().configured(books.page().state().configuration(), clock.instant());
    }
  }

  private final class Watching implements Watcher {
    @Override
    public void leads(Tenure tenure) {
      loop.execute(() -> lead(tenure));
    }

    @Override
    public void follows(@Nullable String name) {
      loop.execute(() -> follow(name));
    }

    @Override
    public void failed(String reason) {
      loop.execute(() -> journal.line("replication has ended here: " + reason));
    }
  }

  private void lead(Tenure mine) {
    Replica log = replica;
    if (log == null) {
      // It leads before it was handed over: a moment later it is.
      loop.after(Duration.ofMillis(10), () -> lead(mine));
      return;
    }
    if (closed) {
      return;
    }
    if (alone != null) {
      alone.end();
      alone = null;
    }
    lostLeaderCount++;
    leader = site.node();
    journal.line("%s leads, epoch %d term %d".formatted(site.node(), mine.epoch(), mine.term()));
    tenure = mine;
    stopLeading();
    Token first = new Token(mine.epoch(), mine.term(), 0);
    decider = commands.decider(books.page().saved().rules());
    tools.fences().configured(books.page().state());
    Leading next =
        new Leading(
            new Leading.Means(
                site.node(),
                loop,
                post,
                this::present,
                this::fencers,
                this::isGone,
                site.heartbeat().interval().multipliedBy(site.heartbeat().missed()),
                clock,
                journal),
            log,
            decider,
            decided.isSameTenure(first) ? decided : first,
            books.page().state());
    leading = next;
    Action fenced = fencedBefore;
    fencedBefore = null;
    if (fenced != null) {
      next.coordinator()
          .change(
              status -> Fenced.write(status, fenced, false, clock.instant()),
              "fencing " + fenced.node() + " done; " + site.node() + " goes on alone",
              clock.instant());
    }
    next.begin();
  }

  private void stopLeading() {
    if (leading != null) {
      decided = leading.token();
      leading.close();
      leading = null;
    }
  }

  private void follow(@Nullable String name) {
    leader = name;
    tenure = null;
    stopLeading();
    long count = ++lostLeaderCount;
    if (name != null) {
      journal.line(site.node() + " follows " + name);
      return;
    }
    journal.line("nobody leads");
    loop.after(
        site.election().max().multipliedBy(2),
        () -> {
          if (count == lostLeaderCount && !closed) {
            withoutMajority();
          }
        });
  }

  /** Nobody has led for a while: one of more than two does what the rules say to itself. */
  private void withoutMajority() {
    boolean never = books.page().saved().index() == 0;
    if (isPair() || never || cutOff != null || site.role() == Role.WITNESS) {
      return;
    }
    cutOff =
        new CutOff(
            site.node(),
            work,
            decider,
            books.page().state(),
            loop,
            clock,
            journal,
            tools::endMachine);
    cutOff.begin();
  }

  /**
   * Asks for leave: what runs here is to go elsewhere first.
   *
   * @return completes once nothing runs here any more
   */
  CompletableFuture<Void> leave() {
    return work.leave();
  }

  /** Ends everything here; services that run go on. */
  @Override
  public void close() throws IOException {
    closed = true;
    silence.close();
    work.close();
    slow.shutdownNow();
    Replica log = replica;
    if (log != null) {
      log.close();
    }
  }
}
