package dev.drover.daemon;

import dev.drover.demo.FreePorts;
import dev.drover.live.Letter;
import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.raft.Relay;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.PemFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole cluster in this process: real replication, connections, agents and fence agents, in a
 * folder of its own. What a service does is a file; a machine without power is a daemon that was
 * closed.
 */
final class Ring extends Spoken implements AutoCloseable {
  /** One cluster at a time: a busy machine loses its leaders. */
  static final String LOCK = "a cluster of daemons";

  private final List<Site.Member> members = new ArrayList<>();
  private final List<String> agents;
  private final Map<String, Relay> relays = new LinkedHashMap<>();

  /** Where members listen whose replication is relayed. */
  private static final String BEHIND = "127.0.1.1";

  private Site.Heartbeat heartbeat = Site.Heartbeat.USUAL;
  private final Map<String, AutoCloseable> running = new LinkedHashMap<>();
  private @Nullable Stage stage;

  /** Most services are files. */
  private Duration watch = Duration.ZERO;

  private @Nullable Duration reset;
  private final Credential authority;
  private final Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());

  /**
   * Nodes that have not begun; those whose names begin with a w are witnesses, and those that begin
   * with {@code agent} are no members.
   */
  Ring(Path folder, String... names) throws Exception {
    super(folder);
    agents = Stream.of(names).filter(name -> name.startsWith("agent")).toList();
    int port = FreePorts.row(2 * names.length, new Random());
    for (String name : names) {
      if (agents.contains(name)) {
        continue;
      }
      members.add(
          new Site.Member(
              name,
              List.of(new Address("127.0.0.1", port++)),
              new Address("127.0.0.1", port++),
              name.startsWith("w")));
    }
    authority = issuer.authority("ring", Duration.ofDays(1));
    new PemFiles(folder).writeAuthority(authority.certificate());
    for (Site.Member member : members) {
      certify(member.name(), member.role());
    }
    for (String agent : agents) {
      certify(agent, Role.AGENT);
    }
    certify("ann", Role.OPERATOR);
    Scripts.write(folder, "ocf/resource.d/test/service", Scripts.SERVICE);
    Scripts.write(folder, "sbin/fence_ring", Scripts.FENCE);
    Scripts.write(folder, "sbin/fence_ipmilan", Scripts.FENCE);
    Files.createDirectories(folder.resolve("services"));
    Files.createDirectories(folder.resolve("power"));
  }

  /** Beats otherwise than usual, from the next start on. */
  Ring beating(Duration interval, int missed) {
    heartbeat = new Site.Heartbeat(interval, missed);
    return this;
  }

  /** Watches processes, from the next start on. */
  Ring watching() {
    watch = Site.ResourceAgents.USUAL.watch();
    return this;
  }

  /**
   * Has replication come to each member over a relay, which can be cut: the member itself listens
   * at an address that the others do not know. Before any member begins.
   */
  Ring relayed() throws IOException {
    for (Site.Member member : members) {
      relays.put(member.name(), new Relay("127.0.0.1", BEHIND, member.replication().port()));
    }
    return this;
  }

  /** From now on nothing that is replicated gets to that member, and nobody is told. */
  void cutReplication(String name) {
    relays.get(name).cut();
  }

  private Site.Member own(Site.Member member) {
    if (relays.isEmpty()) {
      return member;
    }
    List<Address> addresses = new ArrayList<>(member.addresses());
    addresses.add(new Address(BEHIND, addresses.get(0).port()));
    return new Site.Member(member.name(), addresses, member.replication(), member.witness());
  }

  /** Waits longer than usual. */
  Ring waiting(Duration longer) {
    patience = longer;
    return this;
  }

  /** Gives each machine a file in place of a watchdog that resets it after that time. */
  Ring watched(Duration timeout) throws IOException {
    reset = timeout;
    for (Site.Member member : members) {
      Files.createFile(watchdog(member.name()));
    }
    for (String agent : agents) {
      Files.createFile(watchdog(agent));
    }
    return this;
  }

  /** What a machine has in place of a watchdog: a byte for each sign of life. */
  Path watchdog(String name) {
    return folder.resolve("watchdog-" + name);
  }

  /** Has pretended agents in place of those that are programs; before any member begins. */
  Ring on(Stage pretended) {
    stage = pretended;
    return this;
  }

  private void certify(String name, Role role) throws Exception {
    new PemFiles(folder).writeNode(name, issue(name, role));
  }

  /** A certificate of this cluster's authority. */
  Credential issue(String name, Role role) throws Exception {
    return issuer.issue(
        authority, new Peer("ring", role, name), List.of("127.0.0.1"), Duration.ofHours(1));
  }

  Credential authority() {
    return authority;
  }

  /** The files of a member. */
  Site.Tls tls(String name) {
    return new Site.Tls(
        folder.resolve("authority.pem"),
        folder.resolve(name + ".pem"),
        folder.resolve(name + ".key"));
  }

  Site.Member member(String name) {
    return members.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /** Puts a new certificate and key in place of those that a member began with. */
  void renew(String name) throws Exception {
    Files.delete(tls(name).certificate());
    Files.delete(tls(name).key());
    certify(name, member(name).role());
  }

  Site site(String name, Role role) {
    return site(
        name,
        role,
        members.stream().map(each -> each.name().equals(name) ? own(each) : each).toList());
  }

  private Site site(String name, Role role, List<Site.Member> all) {
    return new Site(
        "ring",
        name,
        role,
        folder.resolve("data-" + name),
        all,
        tls(name),
        heartbeat,
        Site.Election.USUAL,
        Site.Patience.USUAL,
        new Site.ResourceAgents(
            folder.resolve("ocf"),
            folder.resolve("init.d"),
            List.of(folder.resolve("sbin")),
            8,
            watch),
        List.of(),
        reset == null || role == Role.OPERATOR ? null : watchdog(name),
        agents);
  }

  /** Starts nodes, or some of them. */
  Ring start(String... names) throws IOException {
    for (String name : names) {
      Journal journal = new Journal(new PrintWriter(said, true));
      running.put(
          name,
          agents.contains(name)
              ? new AgentNode(site(name, Role.AGENT), null, journal)
              : new Daemon(
                  site(name, role(name)),
                  new Machinery(site(name, role(name)), stage, reset, journal),
                  journal));
    }
    return this;
  }

  private Role role(String name) {
    return members.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().role();
  }

  /** Takes a node's power: its services are gone only where something fenced it. */
  void kill(String name) throws Exception {
    running.remove(name).close();
  }

  /** Ends a node in due form. */
  void leave(String name) throws Exception {
    AutoCloseable node = running.get(name);
    CompletableFuture<Void> left =
        node instanceof AgentNode agent ? agent.leave() : ((Daemon) node).leave();
    left.get(patience.toSeconds(), TimeUnit.SECONDS);
    kill(name);
  }

  /** Ends nodes in due form, all asked at the same time. */
  void leaveTogether(String... names) throws Exception {
    Map<String, CompletableFuture<Void>> leaving = new LinkedHashMap<>();
    for (String name : names) {
      leaving.put(name, daemon(name).leave());
    }
    long end = System.nanoTime() + patience.toNanos();
    while (!leaving.isEmpty()) {
      long rest = end - System.nanoTime();
      try {
        CompletableFuture.anyOf(leaving.values().toArray(new CompletableFuture<?>[0]))
            .get(rest, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        throw new AssertionError(leaving.keySet() + " did not leave\n" + said, e);
      }
      for (String name : List.copyOf(leaving.keySet())) {
        if (leaving.get(name).isDone()) {
          leaving.remove(name);
          kill(name);
        }
      }
    }
  }

  Daemon daemon(String name) {
    return (Daemon) running.get(name);
  }

  /** Who leads, once somebody does. */
  String coordinator() throws Exception {
    String[] found = {""};
    until(
        "somebody coordinates",
        () -> {
          found[0] = leader();
          return !found[0].isEmpty();
        });
    return found[0];
  }

  /** Whether whoever leads has nothing under way. */
  boolean rests() throws Exception {
    CompletableFuture<Boolean> rests = new CompletableFuture<>();
    Member leader = daemon(coordinator()).member();
    leader
        .loop()
        .execute(
            () -> {
              Leading leading = leader.leading();
              rests.complete(leading != null && !leading.coordinator().isBusy());
            });
    return rests.get(patience.toSeconds(), TimeUnit.SECONDS);
  }

  /** The other one of two. */
  String other(String name) {
    return members.stream()
        .map(Site.Member::name)
        .filter(other -> !other.equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What {@code status} says; the reason where nobody answers. */
  String status() {
    return text("status", Map.of());
  }

  /** What {@code status} says with a detail that it leaves out otherwise. */
  String status(String detail) {
    return text("status", Map.of(detail, ""));
  }

  /** All that the cluster remembers to have happened, a line each. */
  String events() {
    return text("events", Map.of());
  }

  private String text(String verb, Map<String, String> words) {
    try {
      return ask(verb, words).text();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The member that leads; empty while nobody answers. */
  String leader() {
    try {
      Matcher leads =
          Pattern.compile("\"coordinator\" *: *\"([^\"]+)\"")
              .matcher(ask("status", Map.of("as", "json")).text());
      return leads.find() ? leads.group(1) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** Gives a command. */
  Letter.Answer ask(String verb, Map<String, String> words) throws IOException {
    return new Client(site("ann", Role.OPERATOR)).ask(verb, words);
  }

  /** Gives a command to that member. */
  Letter.Answer askOf(String member, String verb, Map<String, String> words) throws IOException {
    List<Site.Member> one = members.stream().filter(m -> m.name().equals(member)).toList();
    return new Client(site("ann", Role.OPERATOR, one)).ask(verb, words);
  }

  /** Gives the cluster a configuration, once somebody leads. */
  void configure(String yaml) throws Exception {
    until(
        "a configuration is taken",
        () -> {
          try {
            return ask("config-apply", Map.of("name", "c.yaml", "text", yaml)).exit() == 0;
          } catch (IOException e) {
            return false;
          }
        });
  }

  /** Whether a service runs on any node but that one, and not there. */
  boolean anyRuns(String service, String butOn) {
    return !runs(service, butOn)
        && members.stream().anyMatch(member -> runs(service, member.name()));
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable node : running.values()) {
      node.close();
    }
    running.clear();
    for (Relay relay : relays.values()) {
      relay.close();
    }
  }
}
