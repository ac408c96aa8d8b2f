package dev.drover.daemon;

import dev.drover.agent.fence.MachineTimer;
import dev.drover.agent.fence.NoWatchdogException;
import dev.drover.agent.fence.Timer;
import dev.drover.agent.fence.Watchdog;
import dev.drover.agent.fence.WatchdogFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The watchdog of this machine, where the site file names one: the machine is reset when this node
 * does not take up what comes any more, when its process ends while resources may run here, when
 * the node is to end its machine, and, once the node has promised that to a leader, when no leader
 * counts on it.
 *
 * <p>The device is fed only within half of its timeout after the node asked to be counted on. From
 * then on it may get one sign more: Linux takes the end of a process that holds it for a last sign
 * of life ({@code watchdog_release} in drivers/watchdog/watchdog_dev.c), so a daemon that stands
 * still and then dies puts the reset off by up to two timeouts. All of that together is {@link
 * #withinMs}.
 */
final class Guard implements AutoCloseable {
  /** Where the kernel tells of its watchdogs. */
  private static final Path FACTS = Path.of("/sys/class/watchdog");

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int SIGNS = 4;

  private final Function<Duration, BooleanSupplier> pulse;
  private final BooleanSupplier hasLeft;
  private final Pledge pledge;
  private final Moments moments;
  private final Journal journal;
  private final Timer timer;
  private volatile boolean promised;
  private volatile @Nullable Device device;
  private volatile @Nullable Watchdog watchdog;

  private record Device(Path file, WatchdogFacts facts, Duration timeout, Lease lease) {}

  /**
   * Nothing is armed yet.
   *
   * @param pulse whether the node lives, when it has that long to answer
   * @param hasLeft whether nothing runs here any more
   */
  Guard(
      Function<Duration, BooleanSupplier> pulse,
      BooleanSupplier hasLeft,
      Pledge pledge,
      Moments moments,
      Journal journal) {
    this(pulse, hasLeft, pledge, moments, journal, new MachineTimer());
  }

  /** A guard that feeds the device when the timer says. */
  Guard(
      Function<Duration, BooleanSupplier> pulse,
      BooleanSupplier hasLeft,
      Pledge pledge,
      Moments moments,
      Journal journal,
      Timer timer) {
    this.timer = timer;
    this.pulse = pulse;
    this.hasLeft = hasLeft;
    this.pledge = pledge;
    this.moments = moments;
    this.journal = journal;
  }

  /** What the kernel tells of a device. */
  static WatchdogFacts facts(Path device) {
    String name = String.valueOf(device.getFileName());
    return WatchdogFacts.in(FACTS.resolve(name.equals("watchdog") ? "watchdog0" : name));
  }

  /**
   * Arms a device; where an earlier process has promised to be counted on, not before a leader
   * does: it may be over already.
   *
   * @throws IOException where there is none to rely on; the message is for people
   */
  void arm(Path file, WatchdogFacts facts) throws IOException {
    Duration timeout = facts.timeout().orElse(Duration.ofMinutes(1));
    device = new Device(file, facts, timeout, new Lease(moments, timeout.dividedBy(2)));
    promised = pledge.isGiven();
    if (promised) {
      journal.line("the watchdog `%s` is fed once a leader counts on this node".formatted(file));
    } else {
      open();
    }
  }

  private void open() throws IOException {
    Device here = device;
    if (here == null || watchdog != null) {
      return;
    }
    Duration sign = here.timeout.dividedBy(SIGNS);
    BooleanSupplier lives = pulse.apply(here.timeout.dividedBy(2));
    try {
      watchdog =
          Watchdog.arm(
              here.file,
              here.facts,
              sign.compareTo(LONGEST) > 0 ? LONGEST : sign,
              () -> lives.getAsBoolean() && mayLive(here.lease),
              timer,
              journal::line);
      journal.line("the watchdog `%s` resets this machine if Drover fails".formatted(here.file));
    } catch (NoWatchdogException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private boolean mayLive(Lease lease) {
    if (!promised || lease.holds()) {
      return true;
    }
    journal.line("no leader counts on this node any more: this machine is reset");
    return false;
  }

  /**
   * How long after nobody counts on this node it has surely been reset, in milliseconds; 0 where
   * that cannot be said.
   */
  long withinMs() {
    Device here = device;
    return here == null || here.facts.timeout().isEmpty()
        ? 0
        : here.timeout.multipliedBy(5).dividedBy(2).toMillis();
  }

  /** Whether the machine is reset once nobody counts on this node. */
  boolean hasPromised() {
    return promised;
  }

  /** A leader counts on this node since when the node asked. */
  void counted(long asked) {
    Device here = device;
    if (here == null || !here.lease.renew(asked)) {
      return;
    }
    try {
      open();
    } catch (IOException e) {
      device = null;
      journal.line("this node cannot reset itself: " + e.getMessage());
    }
  }

  /** Promises that the machine is reset once nobody counts on this node; from now on it is. */
  void promise() {
    Device here = device;
    if (here == null || promised || withinMs() == 0) {
      return;
    }
    try {
      pledge.give();
      here.lease.begin();
      promised = true;
      journal.line(
          "this machine resets itself within %d ms once no leader counts on it"
              .formatted(withinMs()));
    } catch (IOException e) {
      journal.line("what this node promises cannot be written: " + e.getMessage());
    }
  }

  /** The leader relies on the promise no more. */
  void release() {
    if (!promised) {
      return;
    }
    promised = false;
    journal.line("this machine lives on where no leader counts on it");
    try {
      pledge.takeBack();
      open();
    } catch (IOException e) {
      journal.line("the watchdog: " + e.getMessage());
    }
  }

  /** Lets the machine be reset, whatever else is tried to end it. */
  void fire() {
    Watchdog armed = watchdog;
    if (armed != null) {
      armed.fire();
    }
  }

  /**
   * Stops the device where nothing runs here any more; else a new process takes it over in time.
   */
  @Override
  public void close() {
    Watchdog armed = watchdog;
    if (armed != null && hasLeft.getAsBoolean()) {
      if (!armed.disarm()) {
        journal.line("the watchdog cannot be stopped: this machine will be reset");
      }
      release();
    } else if (armed != null) {
      journal.line(
          "the watchdog stays armed, because resources may run here: Drover is to be started again soon");
      armed.fire();
    }
    if (timer instanceof MachineTimer own) {
      own.close();
    }
  }
}
