package dev.drover.raft;

import dev.drover.demo.FreePorts;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.PemFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Machines {@code a}, {@code b} and so on, each with a certificate of one authority. */
final class Cluster implements AutoCloseable {
  static final String NAME = "shop";

  /** One cluster at a time: a busy machine loses its leaders. */
  static final String LOCK = "a cluster of members";

  private static final int MOST = 8;

  final Change change = new Change();
  final List<Node> nodes = new ArrayList<>();
  private final Path root;
  private final long snapshotEvery;
  private final Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());
  private final Credential authority;
  private int port;

  Cluster(Path root, long snapshotEvery) throws IOException, GeneralSecurityException {
    this.port = FreePorts.row(MOST, new Random());
    this.root = root;
    this.snapshotEvery = snapshotEvery;
    this.authority = issuer.authority(NAME, Duration.ofDays(2));
  }

  static Cluster of(Path root, int count) throws IOException, GeneralSecurityException {
    Cluster cluster = new Cluster(root, 10_000);
    for (int i = 0; i < count; i++) {
      cluster.add(false);
    }
    return cluster;
  }

  /** One more machine, which does not run yet. */
  Node add(boolean votesOnly) throws IOException, GeneralSecurityException {
    String name = String.valueOf((char) ('a' + nodes.size()));
    Member member = new Member(name, "127.0.0.1", port++, votesOnly);
    Role role = votesOnly ? Role.WITNESS : Role.MEMBER;
    Node node =
        new Node(
            member,
            root.resolve(name),
            keys(new Peer(NAME, role, name)),
            snapshotEvery,
            change,
            this::lists);
    nodes.add(node);
    return node;
  }

  private boolean lists(Peer peer) {
    return nodes.stream()
        .map(node -> node.member)
        .anyMatch(
            member ->
                member.name().equals(peer.node())
                    && member.votesOnly() == (peer.role() == Role.WITNESS));
  }

  /** A new certificate of the authority. */
  Site.Tls keys(Peer peer) throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory(root, "keys-" + peer.node());
    PemFiles files = new PemFiles(folder);
    files.writeAuthority(authority.certificate());
    files.writeNode(
        peer.node(), issuer.issue(authority, peer, List.of("127.0.0.1"), Duration.ofDays(1)));
    return new Site.Tls(
        folder.resolve("authority.pem"),
        folder.resolve(peer.node() + ".pem"),
        folder.resolve(peer.node() + ".key"));
  }

  List<Member> members() {
    return nodes.stream().map(node -> node.member).toList();
  }

  /** Founds a cluster of all machines there are. */
  void found() {
    List<Member> members = members();
    each(node -> node.found(members));
  }

  /** Waits until one is told that it leads. */
  Node leader() {
    change.await(
        "a leader", () -> nodes.stream().anyMatch(node -> node.recorder.tenure().isPresent()));
    return nodes.stream()
        .filter(node -> node.recorder.tenure().isPresent())
        .findFirst()
        .orElseGet(this::leader);
  }

  /** Those that run and do not lead, once they know who does. */
  List<Node> followers() {
    Node leader = leader();
    List<Node> others = nodes.stream().filter(node -> node.runs() && node != leader).toList();
    others.forEach(node -> node.awaitTold("follows " + leader.member.name()));
    return others;
  }

  @Override
  public void close() {
    each(Node::stop);
  }

  private interface Step {
    void with(Node node) throws IOException;
  }

  /** At once, because both wait for a second now and then. */
  private void each(Step step) {
    nodes.stream()
        .map(
            node ->
                CompletableFuture.runAsync(
                    () -> {
                      try {
                        step.with(node);
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    },
                    task -> new Thread(task).start()))
        .toList()
        .forEach(CompletableFuture::join);
  }
}
