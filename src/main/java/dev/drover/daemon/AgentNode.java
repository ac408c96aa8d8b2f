package dev.drover.daemon;

import dev.drover.agent.ResourceAgent;
import dev.drover.agent.fence.WatchdogFacts;
import dev.drover.keys.KeyRing;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import dev.drover.net.Connection;
import dev.drover.net.Limits;
import dev.drover.net.SteadyTime;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A node that runs resources and does not vote; running. It calls every member at each of its
 * addresses, tells whoever leads what it does and has done, and works for that member until another
 * one leads. Results wait until a leader has them written down.
 *
 * <p>Without a copy of the cluster's state it cannot decide by rules what to stop where it hears no
 * member any more. It lets everything run, and goes on monitoring: where all members are down
 * nothing has begun to run elsewhere, and where this node alone is cut off the members fence it
 * before they start anything elsewhere. A watchdog of this machine resets it by itself then, where
 * this node has promised that to a leader. For a node that no device can fence there is {@link
 * #AgentNode(Site, Duration, Journal) a time} after which it reboots its machine; whoever knows it
 * can confirm by then that the node is down.
 */
public final class AgentNode implements AutoCloseable {
  /** Longer than among members: after an outage many agents call at once. */
  private static final Duration LAST_CALL = Duration.ofSeconds(3);

  /** Longer than a leader takes; a lost one does not answer at all. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /**
   * What an agent node works with.
   *
   * @param watchdogs what the machine tells of a watchdog
   */
  record Means(
      ResourceAgent agents,
      Runnable reboot,
      Loop loop,
      Threads threads,
      Function<Path, WatchdogFacts> watchdogs) {
    /** With the watchdogs of this machine. */
    Means(ResourceAgent agents, Runnable reboot, Loop loop, Threads threads) {
      this(agents, reboot, loop, threads, Guard::facts);
    }
  }

  private final @Nullable Duration endAfter;
  private final Means means;
  private final Journal journal;
  private final Workplace work;
  private final Newest newest;
  private final Duty duty;
  private final Enquiries enquiries;
  private final String node;
  private final Closing open;
  private final Set<Peer> heard = new HashSet<>();
  private long silences;

  /**
   * Starts a node on this machine.
   *
   * @param endAfter how long after the last member was heard this machine reboots; null where it
   *     does not
   * @throws IOException where a file of the certificate cannot be read
   */
  public AgentNode(Site site, @Nullable Duration endAfter, Journal journal) throws IOException {
    this(site, endAfter, journal, new Closing(journal));
  }

  private AgentNode(Site site, @Nullable Duration endAfter, Journal journal, Closing open)
      throws IOException {
    this(site, endAfter, journal, open, real(site, journal, open));
    open.later(AgentQuestions.begin(site, means.loop, journal, this::ask));
  }

  private void ask(Map<String, String> words, Consumer<Letter.Answer> answer) {
    String leader = work.leader();
    if (leader == null) {
      answer.accept(Commands.answer(Commands.UNAVAILABLE, "nobody leads the cluster at present"));
    } else {
      enquiries.ask(leader, new Letter.Ask(0, node, AgentVerb.NAME, words), answer);
    }
  }

  private static Means real(Site site, Journal journal, Closing open) throws IOException {
    DataFolder.make(site.data(), journal);
    Loop loop = open.later(new Loop("drover", journal));
    Machine machine = open.later(new Machine(site, InstantSource.system(), journal));
    return new Means(
        machine.agents(), () -> machine.end("reboot"), loop, open.later(new Threads()));
  }

  /**
   * Starts a node that works with what it is given.
   *
   * @param open what is closed with the node
   */
  AgentNode(Site site, @Nullable Duration endAfter, Journal journal, Closing open, Means means)
      throws IOException {
    this.endAfter = endAfter;
    this.journal = journal;
    this.means = means;
    this.open = open;
    Reading reading = new Reading();
    Links links =
        new Links(
            means.loop, journal, new LinkStates(site, InstantSource.system(), journal), reading);
    Post post = new Post(site.self(), means.loop, links, reading);
    node = site.node();
    enquiries = new Enquiries(means.loop, post, ANSWER);
    work = open.later(new Workplace(site, means.agents, means.loop, post, journal));
    newest = new Newest(site.data(), journal);
    work.desk().obeys(newest.token());
    Moments moments = new Moments(new SteadyTime(), new SecureRandom());
    Guard guard =
        open.later(new Guard(this::pulse, work::hasLeft, Pledge.in(site.data()), moments, journal));
    duty = new Duty(node, work::desk, guard, moments, (leader, token) -> true, post::send);
    try {
      Path watchdog = site.watchdog();
      if (watchdog != null) {
        DataFolder.make(site.data(), journal);
        guard.arm(watchdog, means.watchdogs.apply(watchdog));
      }
      KeyRing keys = Renewal.begin(site.tls(), means.loop, journal);
      Station station =
          open.later(
              new Station(
                  site, keys, Limits.usual(), means.threads, means.loop, links, this::heard));
      site.members().stream()
          .filter(member -> !member.witness())
          .forEach(member -> station.call(member, LAST_CALL));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Everything but the leader's letters about work, and answers, is refused. */
  private final class Reading implements Links.Reader {
    @Override
    public void met(Peer peer, String host) {
      // Whoever leads says so, and is given a report then.
    }

    @Override
    public void parted(Peer peer) {
      // As above.
    }

    @Override
    public void read(Peer from, @Nullable Connection over, Letter letter) {
      if (from.role() == Role.MEMBER && letter instanceof Letter.Answer answer) {
        enquiries.answered(from.node(), answer);
      } else if (from.role() != Role.MEMBER
          || !(duty.read(from.node(), letter) || work.read(from.node(), letter))) {
        journal.line(
            from.uri() + " sent what is not for agents: " + letter.getClass().getSimpleName());
      }
      newest.seen(work.newest());
    }
  }

  private void heard(Peer peer, boolean isUp) {
    journal.line(peer.node() + (isUp ? " is heard" : " is not heard any more"));
    if (isUp) {
      heard.add(peer);
      silences++;
      return;
    }
    heard.remove(peer);
    if (!heard.isEmpty()) {
      return;
    }
    long silence = ++silences;
    journal.line("no member is heard: what runs here goes on");
    if (endAfter != null) {
      means.loop.after(endAfter, () -> reboot(silence));
    }
  }

  private void reboot(long silence) {
    if (silence == silences) {
      journal.line("no member was heard for " + endAfter + ": this machine reboots");
      means.reboot.run();
    }
  }

  /** Whether it takes up what comes, when it has that long to do so. */
  public BooleanSupplier pulse(Duration patience) {
    return new Pulse(means.loop, new SteadyTime(), patience);
  }

  /** The newest right to order anything here that was seen; on the loop. */
  Token newest() {
    return work.newest();
  }

  /**
   * Asks for leave: what runs here goes elsewhere first.
   *
   * @return completes once nothing runs here any more
   */
  public CompletableFuture<Void> leave() {
    return work.leave();
  }

  /** Ends this process' part in the cluster at once; services that run here go on. */
  @Override
  public void close() {
    open.close();
  }
}
