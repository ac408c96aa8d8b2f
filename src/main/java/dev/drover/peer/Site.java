package dev.drover.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one node, or the command line of an operator, knows before it has talked to anybody: who it
 * is, who the others are, and what this machine has. It is the same for a node's whole life; what
 * the cluster runs is agreed on elsewhere.
 *
 * @param cluster the cluster's name
 * @param node this node's name, or the operator's
 * @param role a member's and a witness' is that of its entry in the members
 * @param data the folder for what must outlive a restart
 * @param members who votes, this node included where it does; 1 to {@link #MAX_MEMBERS}
 * @param tls this node's key and certificate
 * @param heartbeat how connections are watched
 * @param election how long members wait for a leader
 * @param patience how long this node waits before it gives another one up
 * @param resourceAgents where this machine has its agents
 * @param reach one of these at least must answer before this node may fence others; empty where
 *     nothing is asked
 * @param watchdog the device that resets this machine; null where there is none
 * @param agents the names of the remote agents that may connect
 */
public record Site(
    String cluster,
    String node,
    Role role,
    Path data,
    List<Member> members,
    Tls tls,
    Heartbeat heartbeat,
    Election election,
    Patience patience,
    ResourceAgents resourceAgents,
    List<Address> reach,
    @Nullable Path watchdog,
    List<String> agents) {
  /** The port of Drover's own protocol, unless another is given. */
  public static final int PORT = 7800;

  /** The port of replication, unless another is given. */
  public static final int REPLICATION_PORT = 7801;

  public static final int MAX_MEMBERS = 32;

  /** How many links a member has at most. */
  public static final int MAX_LINKS = 8;

  /** Where a node keeps what must outlive a restart, unless the file says otherwise. */
  public static final Path DATA = Path.of("/var/lib/drover");

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException where a name is not possible
   */
  public Site {
    Peer.checkName("cluster", cluster);
    Peer.checkName("node", node);
    members = List.copyOf(members);
    reach = List.copyOf(reach);
    agents = List.copyOf(agents);
  }

  /**
   * One who votes.
   *
   * @param addresses where its daemon is reached, one for each link; the first is preferred
   * @param replication where its copy of the cluster's state is reached
   * @param witness votes only, and runs no resources
   */
  public record Member(String name, List<Address> addresses, Address replication, boolean witness) {
    /** Copies the list. */
    public Member {
      addresses = List.copyOf(addresses);
    }

    /** What its certificate entitles it to be. */
    public Role role() {
      return witness ? Role.WITNESS : Role.MEMBER;
    }
  }

  /**
   * The PEM files.
   *
   * @param authority whose certificates are trusted, and none else
   * @param certificate this node's
   * @param key that belongs to it, as PKCS#8
   */
  public record Tls(Path authority, Path certificate, Path key) {}

  /**
   * How connections are watched.
   *
   * @param interval how often a node says that it is there
   * @param missed after how many intervals of silence a link counts as lost
   */
  public record Heartbeat(Duration interval, int missed) {
    /** A lost link is noticed within a second. */
    public static final Heartbeat USUAL = new Heartbeat(Duration.ofMillis(250), 4);
  }

  /**
   * How long a member waits for the leader before it stands for election: a random time between
   * both.
   *
   * @param min shorter ones make leaders step down without cause on a busy machine
   * @param max longer than that
   */
  public record Election(Duration min, Duration max) {
    /** What held on a loaded machine. */
    public static final Election USUAL =
        new Election(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  /**
   * How long this node waits for what other machines need a while for.
   *
   * @param restart how long a daemon that has ended may take to be there again
   * @param standstill how long a daemon may stand still whose machine answers
   * @param boot how long after this node's start another one may take to be heard at all
   */
  public record Patience(Duration restart, Duration standstill, Duration boot) {
    /** A daemon that systemd starts again has 5 s, a virtual machine on the move 45 s. */
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(5), Duration.ofSeconds(45), Duration.ofSeconds(20));
  }

  /**
   * The agents of this machine.
   *
   * @param ocf the folder that has {@code resource.d}
   * @param initScripts the folder of init scripts
   * @param fence the folders of fence agents, the first that has one wins
   * @param atOnce how many operations run at the same time
   * @param watch how long between two looks at whether the processes of resources are there; zero
   *     where nobody looks
   */
  public record ResourceAgents(
      Path ocf, Path initScripts, List<Path> fence, int atOnce, Duration watch) {
    /** Where Debian and Red Hat keep them. */
    public static final ResourceAgents USUAL =
        new ResourceAgents(
            Path.of("/usr/lib/ocf"),
            Path.of("/etc/init.d"),
            List.of(Path.of("/usr/sbin")),
            4,
            Duration.ofMillis(50));

    /** Copies the list. */
    public ResourceAgents {
      fence = List.copyOf(fence);
    }
  }

  /** Who this node is, as its certificate must say. */
  public Peer self() {
    return new Peer(cluster, role, node);
  }

  /** Who a member is, as its certificate must say. */
  public Peer peer(Member member) {
    return new Peer(cluster, member.role(), member.name());
  }

  /** Whether that is one who votes, exactly as its entry says. */
  public boolean isVoter(Peer peer) {
    return member(peer.node()).filter(listed -> peer(listed).equals(peer)).isPresent();
  }

  /** The entry of that name. */
  public Optional<Member> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }
}
