package dev.drover.cli;

import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who is to be in a new cluster, as the command line says it. */
final class Roster {
  /** What people are called, who give commands. */
  static final String OPERATOR = "operator";

  /** A machine that refuses the call is reached as well, so any port will do. */
  private static final int ECHO = 7;

  /** What those are called who give commands on a node, before its name. */
  private static final String ON_NODE = OPERATOR + "-";

  /** So that the name with that before it is a name still. */
  private static final int LONGEST_VOTER = 63 - ON_NODE.length();

  private static final int MAX_PORT = 65_535;

  /** What else stands beside the nodes' folders. */
  private static final Set<String> RESERVED =
      Set.of(OPERATOR, "authority.pem", "authority.key", "authority.key.txt");

  /**
   * One who was invited.
   *
   * @param addresses at least one
   */
  record Entry(String name, Role role, List<Address> addresses) {
    List<String> hosts() {
      return addresses.stream().map(Address::host).distinct().toList();
    }
  }

  private final String cluster;
  private final int replicationPort;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<Address> taken = new HashSet<>();
  private final List<Address> reach = new ArrayList<>();

  /**
   * An empty one.
   *
   * @throws IllegalArgumentException where the name or the port is not possible
   */
  Roster(String cluster, int replicationPort) {
    if (!Peer.isName(cluster)) {
      throw new IllegalArgumentException(
          "found `" + cluster + "`, expected a cluster's name: " + Peer.NAME_FORM);
    }
    if (replicationPort < 1 || replicationPort > MAX_PORT) {
      throw new IllegalArgumentException(
          "found `" + replicationPort + "`, expected a port from 1 to " + MAX_PORT);
    }
    this.cluster = cluster;
    this.replicationPort = replicationPort;
  }

  String cluster() {
    return cluster;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * Adds one.
   *
   * @param text {@code NAME=HOST[:PORT][,HOST[:PORT]]}
   * @throws IllegalArgumentException where that is something else, or has been added before
   */
  void add(String text, Role role) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "found `" + text + "`, expected NAME=HOST[:PORT][,HOST[:PORT]] for a " + role.word());
    }
    String name = text.substring(0, equals);
    if (!Peer.isName(name)) {
      throw new IllegalArgumentException(
          "found `" + name + "`, expected a node's name: " + Peer.NAME_FORM);
    }
    if (RESERVED.contains(name) || name.startsWith(ON_NODE)) {
      throw new IllegalArgumentException(
          "found `" + name + "`, expected another name: that is one of Drover's own files");
    }
    if (role != Role.AGENT && name.length() > LONGEST_VOTER) {
      throw new IllegalArgumentException(
          "found `%s`, expected at most %d letters in a %s's name"
              .formatted(name, LONGEST_VOTER, role.word()));
    }
    List<Address> addresses =
        Stream.of(text.substring(equals + 1).split(",", -1)).map(Roster::address).toList();
    if (addresses.size() > Site.MAX_LINKS) {
      throw new IllegalArgumentException(
          "found "
              + addresses.size()
              + " addresses of `"
              + name
              + "`, expected at most "
              + Site.MAX_LINKS);
    }
    if (role != Role.AGENT) {
      addresses.forEach(address -> take(address, name));
      if (entries.values().stream().filter(entry -> entry.role() != Role.AGENT).count()
          == Site.MAX_MEMBERS) {
        throw new IllegalArgumentException(
            "found `"
                + name
                + "`, expected no more than "
                + Site.MAX_MEMBERS
                + " members and witnesses");
      }
    }
    if (entries.put(name, new Entry(name, role, addresses)) != null) {
      throw new IllegalArgumentException("found `" + name + "` twice, expected each node once");
    }
  }

  /**
   * Adds an address of which one at least must answer before a member fences another.
   *
   * @param text {@code HOST[:PORT]}
   * @throws IllegalArgumentException where that is something else
   */
  void reach(String text) {
    reach.add(
        Address.parse(text, ECHO)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "found `" + text + "`, expected HOST or HOST:PORT, such as 10.0.0.1")));
  }

  private static Address address(String text) {
    return Address.parse(text, Site.PORT)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "found `" + text + "`, expected HOST or HOST:PORT, such as 10.0.0.1:7800"));
  }

  private void take(Address address, String name) {
    if (!taken.add(address)) {
      throw new IllegalArgumentException(
          "found `" + address + "` of `" + name + "` a second time, expected each address once");
    }
  }

  /**
   * What each of them is told, by the folder that it gets. A member and a witness have an operator
   * of their own within, so that commands can be given there. Agents have none: it may do more than
   * they may.
   */
  Map<String, Site> sites(Path data) {
    List<Site.Member> members = members();
    List<String> agents = named(Role.AGENT);
    Map<String, Site> sites = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      String name = entry.name();
      sites.put(name, site(name, entry.role(), data, members, agents));
      if (entry.role() != Role.AGENT) {
        sites.put(
            name + "/" + OPERATOR, site(ON_NODE + name, Role.OPERATOR, data, members, agents));
      }
    }
    sites.put(OPERATOR, site(OPERATOR, Role.OPERATOR, data, members, agents));
    return sites;
  }

  private List<Site.Member> members() {
    Set<Address> used = new HashSet<>(taken);
    List<Site.Member> members = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.role() != Role.AGENT) {
        String host = entry.addresses().get(0).host();
        int port = replicationPort;
        while (!used.add(new Address(host, port))) {
          port++;
        }
        members.add(
            new Site.Member(
                entry.name(),
                entry.addresses(),
                new Address(host, port),
                entry.role() == Role.WITNESS));
      }
    }
    return members;
  }

  private List<String> named(Role role) {
    return entries.values().stream()
        .filter(entry -> entry.role() == role)
        .map(Entry::name)
        .toList();
  }

  private Site site(
      String name, Role role, Path data, List<Site.Member> members, List<String> agents) {
    String files = role == Role.OPERATOR ? OPERATOR : ClusterFolder.NODE;
    return new Site(
        cluster,
        name,
        role,
        data,
        members,
        new Site.Tls(Path.of("authority.pem"), Path.of(files + ".pem"), Path.of(files + ".key")),
        Site.Heartbeat.USUAL,
        Site.Election.USUAL,
        Site.Patience.USUAL,
        Site.ResourceAgents.USUAL,
        role == Role.MEMBER ? reach : List.of(),
        null,
        role == Role.MEMBER || role == Role.WITNESS ? agents : List.of());
  }
}
