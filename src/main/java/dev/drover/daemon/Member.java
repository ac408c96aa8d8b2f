package dev.drover.daemon;

import dev.drover.execute.Fenced;
import dev.drover.live.Decider;
import dev.drover.live.Entry;
import dev.drover.live.Letter;
import dev.drover.live.StatusPatch;
import dev.drover.live.Token;
import dev.drover.net.Connection;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.raft.Keys;
import dev.drover.raft.Lineage;
import dev.drover.raft.Replica;
import dev.drover.raft.Settings;
import dev.drover.raft.Setup;
import dev.drover.raft.Tenure;
import dev.drover.raft.Watcher;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
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
final class Member implements Links.Reader {
  private static final Duration ASKING = Duration.ofSeconds(1);
  private static final Duration LOOKING = Duration.ofMinutes(1);

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
  private final Set<String> admitting = new HashSet<>();
  private final Set<String> givenUp = new HashSet<>();
  private Map<String, String> rules = Map.of();
  private Decider decider;
  private @Nullable Replica replica;
  private @Nullable Leading leading;
  private @Nullable Alone alone;
  private @Nullable CutOff cutOff;
  private @Nullable String down;
  private String howDown = "";
  private String objected = "";
  private long epochBefore;
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

  /** What decides at present: by the rules that were replicated last. */
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
                decider().rule(Alone.without(books.page().state(), other.name()), clock.instant()));
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
    watchPeer();
  }

  /** Looks again at what a pair waits for, because what stood against it may be over. */
  private void watchPeer() {
    if (!isPair() || alone != null || down != null || closed) {
      return;
    }
    Optional<String> lost =
        site.members().stream().map(Site.Member::name).filter(givenUp::contains).findFirst();
    if (lost.isPresent()) {
      lostPeer(lost.get());
    } else if (tenure != null && leading == null) {
      leadOn(tenure);
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
    givenUp.remove(peer.node());
    if (peer.role() != Role.WITNESS) {
      up.add(peer.node());
    }
    if (alone != null && alone.peer().equals(peer.node())) {
      alone.end();
      alone = null;
      if (tenure != null && leading == null) {
        leadOn(tenure);
      }
    }
  }

  /**
   * The replication never noticed that the other one was silent, and so does not say again that
   * this member leads. What was appended before is applied first.
   */
  private void leadOn(Tenure mine) {
    Replica log = replica;
    if (log == null) {
      return;
    }
    StatusPatch none =
        StatusPatch.between(books.page().state().status(), books.page().state().status());
    Entry barrier = new Entry.Happened(none, List.of(), clock.instant().toEpochMilli());
    var unused =
        log.append(Wire.bytes(barrier))
            .thenAccept(
                applied ->
                    loop.execute(
                        () -> {
                          if (mine.equals(tenure) && leading == null && alone == null) {
                            lead(mine);
                          }
                        }));
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
    givenUp.add(peer.node());
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
      if (!objection.get().equals(objected)) {
        objected = objection.get();
        journal.line(
            "`%s` is lost, and this member does not go on alone: %s".formatted(peer, objected));
      }
      return;
    }
    objected = "";
    stopLeading();
    Alone next =
        new Alone(
            peer,
            decider(),
            books.page().state(),
            (job, state, ended) -> tools.fences().fence(job, state, site.node(), ended),
            loop,
            clock,
            journal,
            how -> goOnAlone(peer, how));
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
    }
  }

  private void goOnAlone(String peer, String how) {
    Replica log = replica;
    if (log == null) {
      return;
    }
    down = peer;
    howDown = how;
    epochBefore = log.epoch();
    slow.execute(
        () -> {
          try {
            log.continueAlone(peer);
          } catch (IOException | IllegalStateException e) {
            loop.execute(() -> staysTwo(String.valueOf(e.getMessage())));
          }
        });
  }

  private void staysTwo(String why) {
    journal.line("this member cannot go on alone: " + why);
    down = null;
    alone = null;
  }

  /**
   * A person says that a node is down.
   *
   * @return false where this member is not one of two that waits for that
   * @throws IllegalArgumentException where it is, and may not go on alone all the same
   */
  boolean confirm(String node, String by) {
    Alone waits = alone;
    if (waits != null && waits.peer().equals(node)) {
      tools.fences().confirm(node, by);
      waits.confirmed(by);
      return true;
    }
    Replica log = replica;
    boolean lost = isPair() && leading == null && !up.contains(node) && isOther(node);
    Optional<String> objection = log == null || !lost ? Optional.empty() : log.mayContinueAlone();
    if (objection.isPresent()) {
      throw new IllegalArgumentException(
          "`%s` does not go on alone, whether `%s` is down or not: %s"
              .formatted(site.node(), node, objection.get()));
    }
    return false;
  }

  private boolean isOther(String node) {
    return !node.equals(site.node()) && site.member(node).isPresent();
  }

  @Override
  public void read(Peer from, @Nullable Connection over, Letter letter) {
    if (letter instanceof Letter.Ask ask) {
      commands.asked(from, over, ask);
      return;
    }
    if (letter instanceof Letter.Answer answer) {
      commands.answered(answer);
      return;
    }
    if (from.role() == Role.OPERATOR) {
      journal.line(from.uri() + " sent what only nodes may: " + letter.getClass().getSimpleName());
      return;
    }
    boolean own = from.equals(site.self());
    boolean member = own || from.role() == Role.MEMBER || from.role() == Role.WITNESS;
    if (letter instanceof Letter.Report report) {
      if (leading != null && report.report().node().equals(from.node())) {
        leading.reported(report.report());
      }
    } else if (letter instanceof Letter.Told told) {
      if (leading != null && told.finished().assignment().order().node().equals(from.node())) {
        leading.told(from.node(), told.finished());
      }
    } else if (letter instanceof Letter.Leave leave) {
      if (leading != null && leave.node().equals(from.node())) {
        letGo(leading, leave.node());
      }
    } else if (member) {
      readFromMember(from, letter);
    } else {
      journal.line(
          from.uri() + " sent what only members may: " + letter.getClass().getSimpleName());
    }
  }

  /** A node wants to leave; a leader that does gives leadership away first. */
  private void letGo(Leading by, String node) {
    Replica log = replica;
    boolean another =
        log != null
            && log.members().stream()
                .anyMatch(member -> !member.votesOnly() && !member.name().equals(node));
    if (log == null || !node.equals(site.node()) || !another) {
      commands.leave(by, node);
      return;
    }
    journal.line(node + " wants to leave, and gives leadership away first");
    var unused =
        log.stepDown()
            .exceptionally(
                problem -> {
                  loop.execute(
                      () -> {
                        if (leading == by) {
                          journal.line("nobody takes leadership: " + problem.getMessage());
                          commands.leave(by, node);
                        }
                      });
                  return null;
                });
  }

  /** The majority is within reach again. */
  private void endCutOff() {
    if (cutOff != null) {
      cutOff.end();
      cutOff = null;
    }
  }

  private void readFromMember(Peer from, Letter letter) {
    if (letter instanceof Letter.Lead lead
        && cutOff != null
        && lead.token().compareTo(cutOff.before()) >= 0) {
      endCutOff();
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
      if (leading != null && fenced.job().token().isSameTenure(leading.coordinator().token())) {
        leading
            .coordinator()
            .fenced(fenced.job().number(), fenced.done(), fenced.reason(), clock.instant());
      }
    }
  }

  private void stood(Peer from, Letter.Standing standing) {
    if (!standing.node().equals(from.node())) {
      return;
    }
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
      leading.coordinator().ruledBy(decider(), clock.instant());
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
    tools.fences().configured(books.page().state());
    Leading next =
        new Leading(
            new Leading.Means(
                site.node(),
                loop,
                post,
                this::present,
                site.heartbeat().interval().multipliedBy(site.heartbeat().missed()),
                clock,
                journal),
            log,
            decider(),
            decided.isSameTenure(first) ? decided : first,
            books.page().state());
    leading = next;
    String gone = down;
    if (gone != null && mine.epoch() > epochBefore) {
      down = null;
      next.coordinator()
          .change(
              status -> Fenced.down(status.node(gone)),
              "%s; %s goes on alone".formatted(howDown, site.node()),
              clock.instant());
    }
    next.begin();
  }

  private void stopLeading() {
    if (leading != null) {
      decided = leading.coordinator().token();
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
      if (cutOff != null && !name.equals(site.node())) {
        // It never ceased to lead, perhaps, and does not know that this node was without it.
        endCutOff();
        work.reportTo(name);
      }
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
            decider(),
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
  void close() throws IOException {
    closed = true;
    silence.close();
    work.close();
    slow.shutdownNow();
    Replica log = replica;
    if (log != null) {
      log.close();
    }
    if (work.isReleased()) {
      Lineage.discard(site.data().resolve("log"));
    }
  }
}
