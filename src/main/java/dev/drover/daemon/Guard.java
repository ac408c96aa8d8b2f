package dev.drover.daemon;

import dev.drover.agent.fence.MachineTimer;
import dev.drover.agent.fence.NoWatchdogException;
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
 * does not take up what comes any more, when its process ends while resources may run here, and
 * when the node is to end its machine.
 */
final class Guard implements AutoCloseable {
  /** Where the kernel tells of its watchdogs. */
  private static final Path FACTS = Path.of("/sys/class/watchdog");

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int SIGNS = 4;

  private final Function<Duration, BooleanSupplier> pulse;
  private final BooleanSupplier hasLeft;
  private final Journal journal;
  private final MachineTimer timer = new MachineTimer();
  private volatile @Nullable Watchdog watchdog;

  /**
   * Nothing is armed yet.
   *
   * @param pulse whether the node lives, when it has that long to answer
   * @param hasLeft whether nothing runs here any more
   */
  Guard(Function<Duration, BooleanSupplier> pulse, BooleanSupplier hasLeft, Journal journal) {
    this.pulse = pulse;
    this.hasLeft = hasLeft;
    this.journal = journal;
  }

  /**
   * Arms the device.
   *
   * @param device such as {@code /dev/watchdog}; null arms nothing
   * @throws IOException where there is none to rely on; the message is for people
   */
  void arm(@Nullable Path device) throws IOException {
    if (device == null) {
      return;
    }
    String name = String.valueOf(device.getFileName());
    arm(device, WatchdogFacts.in(FACTS.resolve(name.equals("watchdog") ? "watchdog0" : name)));
  }

  /** Arms a device of which that is known. */
  void arm(Path device, WatchdogFacts facts) throws IOException {
    Duration timeout = facts.timeout().orElse(Duration.ofMinutes(1));
    Duration sign = timeout.dividedBy(SIGNS);
    try {
      watchdog =
          Watchdog.arm(
              device,
              facts,
              sign.compareTo(LONGEST) > 0 ? LONGEST : sign,
              pulse.apply(timeout.dividedBy(2)),
              timer,
              journal::line);
      journal.line("the watchdog `%s` resets this machine if Drover fails".formatted(device));
    } catch (NoWatchdogException e) {
      throw new IOException(e.getMessage(), e);
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
    } else if (armed != null) {
      journal.line(
          "the watchdog stays armed, because resources may run here: Drover is to be started again soon");
      armed.fire();
    }
    timer.close();
  }
}
