package dev.drover.raft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * One member's copy of the log.
 *
 * <p>Replicates by Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus
 * Algorithm", 2014), as Apache Ratis does it. A member opens its log only after it has compared
 * lineages with the others: see {@link Lineage}.
 */
public final class Replica implements AutoCloseable {
  private static final int LOOKS_PER_ELECTION = 10;
  private static final String GONE = "this member is closed, or has failed";

  /** Far more than the end of a group takes on a disk that works. */
  private static final Duration END = Duration.ofSeconds(30);

  private final Setup setup;
  private final Storage storage;
  private final Engine engine;
  private final Appends appends;
  private final Watch watch;
  private final ExecutorService changes;
  private final Detour detour;

  /** Held to write while the lineage changes, so that no append goes into the old one. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  private volatile Lineage lineage;

  /** Null while the lineage changes, and once this member has failed or is closed. */
  private volatile @Nullable Group group;

  private Replica(Setup setup, Storage storage, Storage.Origin origin) throws IOException {
    this.setup = setup;
    this.storage = storage;
    this.lineage = origin.lineage();
    this.appends = new Appends(setup.settings());
    String name = setup.self().name();
    Duration every = setup.settings().electionMin().dividedBy(LOOKS_PER_ELECTION);
    this.watch = new Watch(name, setup.watcher(), every, this::standing);
    this.changes =
        Executors.newCachedThreadPool(
            task -> {
              Thread made = new Thread(task, "raft-changes-" + name);
              made.setDaemon(true);
              return made;
            });
    Ledger ledger = new Ledger(setup.applier());
    try {
      this.engine = new Engine(setup, storage, origin, () -> new Machine(ledger, new Told()));
    } catch (IOException | RuntimeException e) {
      watch.close();
      changes.shutdown();
      throw e;
    }
    this.group = engine.group(lineage);
    this.detour = new Detour(setup, engine, () -> group);
  }

  /**
   * Begins a new cluster. Every founding member does so, with the same lineage and members, and
   * once: whoever comes later, or lost its log, joins.
   *
   * @param members all founding members, this one among them
   * @throws IOException where the folder holds a log already, or cannot be written
   */
  public static Replica found(Setup setup, Lineage lineage, List<Member> members)
      throws IOException {
    if (!members.contains(setup.self())) {
      throw new IllegalArgumentException("`" + setup.self().name() + "`: not one of " + members);
    }
    return begin(setup, new Storage.Origin(lineage, List.copyOf(members), null));
  }

  /**
   * Opens an empty log and waits for the leader of that lineage to {@link #admit} this member. It
   * has no vote before.
   *
   * @throws IOException where the folder holds a log already, or cannot be written
   */
  public static Replica join(Setup setup, Lineage lineage) throws IOException {
    return begin(setup, new Storage.Origin(lineage, List.of(), null));
  }

  /**
   * Opens the log that the folder holds. Only once the members that can be reached have told their
   * lineages, and none has a higher epoch.
   *
   * @throws DamagedException where the log is not what was written
   * @throws IOException where there is none, or it cannot be read
   */
  public static Replica open(Setup setup) throws IOException {
    Storage storage = new Storage(setup.settings().folder());
    Storage.Origin origin =
        storage
            .read()
            .orElseThrow(
                () -> new IOException(storage.folder() + ": no log; maybe found or join first"));
    Storage.Origin whole = Takeover.finish(storage, origin);
    storage.keepOnly(whole.lineage().id());
    new LogFolder(storage.group(whole.lineage().id())).mend();
    return new Replica(setup, storage, whole);
  }

  private static Replica begin(Setup setup, Storage.Origin origin) throws IOException {
    Storage storage = new Storage(setup.settings().folder());
    Optional<Storage.Origin> found = storage.read();
    if (found.isPresent()) {
      throw new IOException(
          storage.folder()
              + ": holds a log of epoch `"
              + found.get().lineage().epoch()
              + "` already; maybe open it, or discard it first");
    }
    // what a discard did not get to
    storage.discard();
    if (!origin.members().isEmpty()) {
      Founding.begin(new LogFolder(storage.group(origin.lineage().id())));
    }
    storage.write(origin);
    return new Replica(setup, storage, origin);
  }

  /**
   * Appends an entry, where this member leads. The future completes once a majority has it on disk
   * and this member has applied it; else exceptionally with an {@link AppendException}. It is
   * completed by a thread of the engine, which what follows on it must not hold up.
   *
   * @throws IllegalArgumentException where the entry is longer than {@link
   *     Settings#maxEntryBytes()}
   */
  public CompletableFuture<Applied> append(byte[] entry) {
    // no waiting: a thread that the change waits for may be the one that appends
    if (!gate.readLock().tryLock()) {
      return CompletableFuture.failedFuture(new NotLeaderException(null));
    }
    try {
      Group now = group;
      if (now == null || setup.self().votesOnly()) {
        return CompletableFuture.failedFuture(new NotLeaderException(leader()));
      }
      return appends.append(engine, now, entry);
    } finally {
      gate.readLock().unlock();
    }
  }

  /** Who leads as far as this member knows, itself included; null where that is not known. */
  public @Nullable String leader() {
    Group now = group;
    return now == null ? null : now.leader();
  }

  /**
   * Own addresses at which this member does not listen, as {@code host:port}: this machine did not
   * have them when the log was opened, or another process held them.
   */
  public List<String> deaf() {
    return engine.deaf();
  }

  /** The epoch of this member's lineage. */
  public long epoch() {
    return lineage.epoch();
  }

  /** This member's lineage. */
  public Lineage lineage() {
    return lineage;
  }

  /** Those who vote; none while that is not known. */
  public List<Member> members() {
    Group now = group;
    return now == null ? List.of() : now.voters();
  }

  /**
   * Whether that member leads in that time, as far as this one knows. Whoever leads later was not
   * voted for here before this was asked.
   */
  public boolean follows(String leader, Tenure tenure) {
    Group now = group;
    return now != null && tenure.epoch() == epoch() && now.follows(leader, tenure.term());
  }

  /** Whether these are a majority of those who vote, also while the members are being changed. */
  public boolean isMajority(Set<String> names) {
    Group now = group;
    return now != null && now.isMajority(names);
  }

  /**
   * Gives leadership to another member, for a clean stop; nothing where this one does not lead.
   *
   * @param among the names of those that may lead next
   * @return completes exceptionally with an {@link IOException} where none of them took it
   */
  public CompletableFuture<Void> stepDown(Set<String> among) {
    return change(
        now -> {
          if (now.tenure().isPresent()) {
            Changes.stepDown(engine, now, setup.self(), among, setup.settings());
          }
        });
  }

  /**
   * Makes a member of one that has {@link #join joined} with an empty log; asked of the leader.
   * Completes once it votes, or exceptionally with an {@link IOException}; it may be asked again.
   */
  public CompletableFuture<Void> admit(Member member) {
    return change(now -> Changes.admit(engine, now, member));
  }

  /**
   * Takes the other one of two off, which is about to leave in good order; asked of the leader,
   * which goes on alone in the same epoch. Completes once that counts; nothing where the other is
   * no member any more. Exceptionally with an {@link IOException}, or an {@link
   * IllegalStateException} where the members are not these two. Who was released has to {@link
   * Lineage#discard} its log, and joins empty when it returns.
   *
   * @param member the name of the other one
   */
  public CompletableFuture<Void> release(String member) {
    return change(now -> Changes.release(engine, now, setup.self(), member));
  }

  /**
   * Whether this member of two may go on alone once the other's power-off is certain.
   *
   * @return why not, for people; empty where it may
   */
  public Optional<String> mayContinueAlone() {
    Group now = group;
    return now == null ? Optional.of(GONE) : TwoNodes.objection(now, setup.self());
  }

  /**
   * Goes on alone, under the next epoch. Appends that wait end as {@link UnsureException}. The
   * watcher is told once this member leads.
   *
   * @param fenced the other member, whose power-off is <em>certain</em>: a cut network is not one
   * @return the lineage that begins
   * @throws IllegalStateException where {@link #mayContinueAlone()} says why not
   * @throws IOException where the disk fails; this member has failed then
   */
  public synchronized Lineage continueAlone(String fenced) throws IOException {
    gate.writeLock().lock();
    try {
      Group before = group;
      Optional<String> objection = mayContinueAlone();
      if (before == null || objection.isPresent()) {
        throw new IllegalStateException(objection.orElse(GONE));
      }
      String peer = TwoNodes.peer(before, setup.self()).name();
      if (!peer.equals(fenced)) {
        throw new IllegalStateException("`" + fenced + "` was fenced, expected `" + peer + "`");
      }
      takeOver(before);
    } finally {
      gate.writeLock().unlock();
    }
    watch.look();
    return lineage;
  }

  private void takeOver(Group before) throws IOException {
    group = null;
    watch.look();
    try {
      CompletableFuture<Void> removed = CompletableFuture.runAsync(() -> remove(before), changes);
      Storage.Origin begun = Takeover.begin(storage, before.lineage(), setup.self());
      lineage = begun.lineage();
      // from there on nothing is acknowledged any more, and Ratis takes a second for the rest
      CompletableFuture.anyOf(before.machine().closed(), removed)
          .orTimeout(END.toSeconds(), TimeUnit.SECONDS)
          .join();
      group = engine.addAlone(finish(begun, removed));
      removed.thenRun(() -> forget(before.lineage()));
    } catch (IOException | RuntimeException e) {
      watch.failed("going on alone: " + e.getMessage());
      throw e;
    }
  }

  private Storage.Origin finish(Storage.Origin begun, CompletableFuture<Void> removed)
      throws IOException {
    try {
      return Takeover.finish(storage, begun);
    } catch (IOException e) {
      // maybe the old log was still written to
      removed.join();
      return Takeover.finish(storage, begun);
    }
  }

  private void remove(Group before) {
    try {
      engine.remove(before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(Lineage before) {
    try {
      Takeover.forget(storage, before);
    } catch (IOException e) {
      // it only takes room; the next time that the log is opened deletes it
    }
  }

  private interface Change {
    void make(Group now) throws IOException;
  }

  private CompletableFuture<Void> change(Change change) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try {
      changes.execute(
          () -> {
            Group now = group;
            try {
              if (now == null) {
                throw new IOException(GONE);
              }
              change.make(now);
              done.complete(null);
            } catch (IOException | RuntimeException e) {
              done.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      done.completeExceptionally(new IOException(GONE, e));
    }
    return done;
  }

  private Standing standing() {
    Group now = group;
    if (now == null) {
      return Standing.LOST;
    }
    if (!now.isAlive()) {
      watch.failed("the log has closed; maybe the disk is full or failing");
      return Standing.LOST;
    }
    if (!setup.self().votesOnly()) {
      Optional<Tenure> tenure = now.tenure();
      if (tenure.isPresent()) {
        return new Standing(tenure.get(), null);
      }
    }
    String leader = now.leader();
    return setup.self().name().equals(leader) ? Standing.LOST : new Standing(null, leader);
  }

  /** Closes the log. What waits ends as {@link UnsureException}; leadership just ends. */
  @Override
  public synchronized void close() throws IOException {
    group = null;
    detour.close();
    watch.close();
    changes.shutdown();
    engine.close();
  }

  private final class Told implements Events {
    @Override
    public void leaderChanged() {
      watch.look();
    }

    @Override
    public void appended(long call) {
      appends.appended(call);
    }

    @Override
    public void failed(Throwable cause) {
      watch.failed(String.valueOf(cause));
    }
  }
}
