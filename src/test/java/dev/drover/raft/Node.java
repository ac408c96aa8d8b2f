package dev.drover.raft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import dev.drover.peer.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One machine of a test: what is on its disk, and the process that may run there. */
final class Node {
  final Member member;
  final Path folder;
  final Site.Tls keys;
  private final long snapshotEvery;
  private final Change change;
  private final Predicate<Peer> listed;
  Book book;
  Recorder recorder;
  private @Nullable Replica replica;
  private final Map<Member, List<String>> further = new LinkedHashMap<>();

  Node(
      Member member,
      Path folder,
      Site.Tls keys,
      long snapshotEvery,
      Change change,
      Predicate<Peer> listed) {
    this.member = member;
    this.folder = folder;
    this.keys = keys;
    this.snapshotEvery = snapshotEvery;
    this.change = change;
    this.listed = listed;
    this.book = new Book(change);
    this.recorder = new Recorder(change);
  }

  private Setup setup() throws IOException {
    book = new Book(change);
    recorder = new Recorder(change);
    Settings settings =
        new Settings(
            folder,
            Duration.ofMillis(300),
            Duration.ofMillis(600),
            Duration.ofSeconds(1),
            snapshotEvery,
            1 << 20,
            256);
    return new Setup(member, KeyRing.read(keys), settings, book, recorder, listed, further);
  }

  /** A member, this one perhaps, has one more address; before this one runs. */
  void further(Member other, String host) {
    further.put(other, List.of(host));
  }

  void found(List<Member> members) throws IOException {
    replica = Replica.found(setup(), Lineage.first(Cluster.NAME), members);
  }

  void join(Lineage lineage) throws IOException {
    replica = Replica.join(setup(), lineage);
  }

  void open() throws IOException {
    replica = Replica.open(setup());
  }

  void stop() throws IOException {
    if (replica != null) {
      replica.close();
      replica = null;
    }
  }

  Replica replica() {
    if (replica == null) {
      throw new AssertionError(member.name() + " does not run");
    }
    return replica;
  }

  boolean runs() {
    return replica != null;
  }

  CompletableFuture<Applied> append(String line) {
    return replica().append(line.getBytes(UTF_8));
  }

  /** Appends and waits. */
  Applied write(String line) throws Exception {
    return append(line).get(10, SECONDS);
  }

  void awaitLines(List<String> lines) {
    change.await(member.name() + " has " + lines, () -> book.lines().equals(lines));
  }

  void awaitTold(String what) {
    change.await(member.name() + " is told " + what, () -> recorder.last().equals(what));
  }
}
