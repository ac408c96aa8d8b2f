package dev.drover.daemon;

import dev.drover.cli.Schedulers;
import dev.drover.live.Letter;
import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.schedule.Scheduler;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.PemFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A whole cluster in this process: real replication, connections, agents and fence agents, in a
 * folder of its own. What a service does is a file; a machine without power is a daemon that was
 * closed.
 */
final class Ring implements AutoCloseable {
  private static final Scheduler SCHEDULER = Schedulers.of(Path.of("rules"));

  private final Path folder;
  private final List<Site.Member> members = new ArrayList<>();
  private final List<String> agents;
  private Duration patience = Duration.ofSeconds(30);
  private Site.Heartbeat heartbeat = Site.Heartbeat.USUAL;
  private final Map<String, AutoCloseable> running = new LinkedHashMap<>();
  private final StringWriter said = new StringWriter();
  private final Credential authority;
  private final Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());

  /**
   * Nodes that have not begun; those whose names begin with a w are witnesses, and those that begin
   * with {@code agent} are no members.
   */
  Ring(Path folder, String... names) throws Exception {
    this.folder = folder;
    agents = Stream.of(names).filter(name -> name.startsWith("agent")).toList();
    for (String name : names) {
      if (agents.contains(name)) {
        continue;
      }
      members.add(
          new Site.Member(
              name,
              List.of(new Address("127.0.0.1", freePort())),
              new Address("127.0.0.1", freePort()),
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
    script("ocf/resource.d/test/service", SERVICE);
    script("sbin/fence_ring", FENCE);
    Files.createDirectories(folder.resolve("services"));
    Files.createDirectories(folder.resolve("power"));
  }

  /** Beats otherwise than usual, from the next start on. */
  Ring beating(Duration interval, int missed) {
    heartbeat = new Site.Heartbeat(interval, missed);
    return this;
  }

  /** Waits longer than usual. */
  Ring waiting(Duration longer) {
    patience = longer;
    return this;
  }

  private static final String SERVICE =
      """
      #!/bin/sh
      me="%1$s/services/$OCF_RESOURCE_INSTANCE.$OCF_RESKEY_CRM_meta_on_node"
      echo "$1 $OCF_RESOURCE_INSTANCE $OCF_RESKEY_CRM_meta_on_node" >> "%1$s/calls"
      case "$1" in
        start)
          for other in "%1$s/services/$OCF_RESOURCE_INSTANCE".*; do
            if [ -e "$other" ] && [ "$other" != "$me" ]; then echo "$me $other" >> "%1$s/twice"; fi
          done
          sleep "${OCF_RESKEY_slow:-0}"
          touch "$me" ;;
        stop) rm -f "$me" ;;
        monitor) [ -e "$me" ] || exit 7 ;;
        *) exit 3 ;;
      esac
      """;

  private static final String FENCE =
      """
      #!/bin/sh
      while read line; do
        case "$line" in
          action=*) action="${line#action=}" ;;
          port=*|plug=*|nodename=*) node="${line#*=}" ;;
        esac
      done
      case "$action" in
        metadata) echo '<resource-agent name="fence_ring"><parameters>
          <parameter name="port"/><parameter name="action"/></parameters>
          <actions><action name="off"/><action name="reboot"/><action name="on"/>
          <action name="monitor"/><action name="metadata"/></actions></resource-agent>' ;;
        off|reboot)
          [ -e "%1$s/power/broken" ] && { echo "the switch is broken" >&2; exit 1; }
          rm -f "%1$s"/services/*."$node"; echo "$node" >> "%1$s/fenced" ;;
        *) exit 0 ;;
      esac
      """;

  private void script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.formatted(folder));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  Site site(String name, Role role) {
    return new Site(
        "ring",
        name,
        role,
        folder.resolve("data-" + name),
        members,
        tls(name),
        heartbeat,
        Site.Election.USUAL,
        new Site.ResourceAgents(
            folder.resolve("ocf"), folder.resolve("init.d"), List.of(folder.resolve("sbin")), 8),
        List.of(),
        null,
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
                  site(name, role(name)), Path.of("rules"), rules -> SCHEDULER::rule, journal));
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

  /** Ends an agent node in due form. */
  void leave(String name) throws Exception {
    ((AgentNode) running.get(name)).leave().get(patience.toSeconds(), TimeUnit.SECONDS);
    kill(name);
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

  boolean runs(String service, String node) {
    return Files.exists(folder.resolve("services").resolve(service + "." + node));
  }

  /** Ends a service behind everybody's back. */
  void kill(String service, String node) throws IOException {
    Files.delete(folder.resolve("services").resolve(service + "." + node));
  }

  void breakFencing() throws IOException {
    Files.createFile(folder.resolve("power/broken"));
  }

  void mendFencing() throws IOException {
    Files.delete(folder.resolve("power/broken"));
  }

  /** What agents were called for, in order, each as {@code start web a}. */
  List<String> calls() {
    return lines("calls");
  }

  List<String> fenced() {
    return lines("fenced");
  }

  /** Every start of a service that ran elsewhere at that moment. */
  List<String> twice() {
    return lines("twice");
  }

  private List<String> lines(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String said() {
    return said.toString();
  }

  void until(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + patience + " for: " + what + "\n" + said);
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable node : running.values()) {
      node.close();
    }
    running.clear();
  }
}
