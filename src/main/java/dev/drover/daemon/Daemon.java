package dev.drover.daemon;

import dev.drover.agent.fence.WatchdogFacts;
import dev.drover.keys.KeyRing;
import dev.drover.live.Decider;
import dev.drover.net.Limits;
import dev.drover.net.SteadyTime;
import dev.drover.peer.Address;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A member of a cluster, or a witness, with everything that belongs to it; running. */
public final class Daemon implements AutoCloseable {
  private static final Duration LAST_CALL = Duration.ofSeconds(1);
  private static final Path NETWORK_SETTINGS = Path.of("/proc/sys/net");

  private final Journal journal;
  private final Member member;

  private final Loop loop;
  private final Closing open;

  /**
   * Starts a member.
   *
   * @param rules the folder of the rules that Drover comes with
   * @param compiler makes a decider of a folder of rules; throws what is wrong with them
   * @throws IOException where an address cannot be listened at, or a file cannot be read
   */
  public Daemon(Site site, Path rules, Function<Path, Decider> compiler, Journal journal)
      throws IOException {
    this(
        site,
        (clock, reset) -> new Installed(site, rules, compiler, clock, journal, reset),
        journal);
  }

  /** Port: makes the tools of a machine, given what resets it. */
  @FunctionalInterface
  interface Installation {
    Tools tools(InstantSource clock, Runnable reset);

    /** What the machine tells of its watchdog. */
    default WatchdogFacts watchdog(Path device) {
      return Guard.facts(device);
    }
  }

  /** A member with tools of its own. */
  Daemon(Site site, Installation installation, Journal journal) throws IOException {
    this.journal = journal;
    this.open = new Closing(journal);
    InstantSource clock = InstantSource.system();
    DataFolder.make(site.data(), journal);
    this.loop = open.later(new Loop("drover", journal));
    KeyRing keys;
    try {
      keys = Renewal.begin(site.tls(), loop, journal);
    } catch (IOException e) {
      close();
      throw e;
    }
    Moments moments = new Moments(new SteadyTime(), new SecureRandom());
    Guard guard = new Guard(this::pulse, this::hasLeft, Pledge.in(site.data()), moments, journal);
    Tools tools = open.later(installation.tools(clock, guard::fire));
    member = new Member(site, keys, tools, loop, journal, clock, guard, moments);
    Threads threads = open.later(new Threads());
    Station station;
    try {
      station =
          open.later(
              new Station(
                  site,
                  keys,
                  Limits.usual().withAgents(site.agents().size()),
                  threads,
                  loop,
                  member.links(),
                  member::heard));
      connect(site, station);
      // Nothing is taken up any more before the first of the parts is gone that it may need.
      open.<AutoCloseable>later(() -> loop.closeAfter(this::closeMember));
      open.later(guard);
      if (site.role() == Role.MEMBER) {
        open.later(
            AgentQuestions.begin(
                site,
                loop,
                journal,
                (words, answer) -> member.commands().agentAsked(words, answer)));
      }
      if (site.role() == Role.MEMBER) {
        arm(guard, site.watchdog(), installation);
      }
    } catch (IOException | RuntimeException e) {
      closeMember();
      close();
      throw e;
    }
    loop.execute(
        () -> {
          member.listen(station::silence);
          member.begin();
        });
  }

  private static void arm(Guard guard, @Nullable Path watchdog, Installation installation)
      throws IOException {
    if (watchdog != null) {
      guard.arm(watchdog, installation.watchdog(watchdog));
    }
  }

  private void closeMember() {
    try {
      member.close();
    } catch (IOException e) {
      journal.line("not closed in good order: " + e.getMessage());
    }
  }

  private void connect(Site site, Station station) throws IOException {
    Neighbours neighbours = new Neighbours(NETWORK_SETTINGS, journal);
    Callers callers = new Callers(site);
    for (Site.Member each : site.members()) {
      if (each.name().equals(site.node())) {
        for (Address address : each.addresses()) {
          journal.line("listening at " + station.listen(address, callers));
          neighbours.askEvery(site.heartbeat().interval(), address);
        }
      } else if (callers.doesCall(each)) {
        station.call(each, LAST_CALL);
      }
    }
  }

  private boolean hasLeft() {
    return member.hasLeft();
  }

  /** Whether it takes up what comes, when it has that long to do so. */
  public BooleanSupplier pulse(Duration patience) {
    return new Pulse(loop, new SteadyTime(), patience);
  }

  /**
   * Completes with the reason once this member's copy of the cluster's state has failed, be it for
   * a disk that does. It goes on with nothing then: the process is to end, and a new one to read
   * what is on disk.
   */
  public CompletableFuture<String> broken() {
    return member.broken();
  }

  /** What there is behind it, for tests. */
  Member member() {
    return member;
  }

  /**
   * Asks for leave: what runs here goes elsewhere first.
   *
   * @return completes once nothing runs here any more
   */
  public CompletableFuture<Void> leave() {
    return member.leave();
  }

  /** Ends this process' part in the cluster at once; services that run here go on. */
  @Override
  public void close() {
    open.close();
  }
}
