package dev.drover.agent.fence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A device that resets this machine unless it is told at short intervals that all is well: what
 * makes a node harmless that nobody else reaches any more.
 *
 * <p>It follows the kernel's watchdog interface: opening arms it, each write puts it off by its
 * timeout, and closing stops it only after the letter V. Its timeout is the one that the machine
 * has configured.
 */
public final class Watchdog {
  /** How many signs of life must fit into the timeout, so that one that is late does no harm. */
  private static final int SIGNS = 2;

  private static final byte SIGN = 0;
  private static final byte STOP = 'V';

  private final FileChannel device;
  private final WatchdogFacts facts;
  private final Duration interval;
  private final BooleanSupplier isWell;
  private final Timer timer;
  private final Consumer<String> told;
  private boolean ended;

  private Watchdog(
      FileChannel device,
      WatchdogFacts facts,
      Duration interval,
      BooleanSupplier isWell,
      Timer timer,
      Consumer<String> told) {
    this.device = device;
    this.facts = facts;
    this.interval = interval;
    this.isWell = isWell;
    this.timer = timer;
    this.told = told;
  }

  /**
   * Arms a watchdog: from now on the machine is reset unless {@code isWell} holds each time.
   *
   * @param file {@code /dev/watchdog} on most machines
   * @param interval between two signs of life; at most half of the device's timeout
   * @param isWell asked at each interval; must not block. Once it does not hold the machine will be
   *     reset, whatever it says later.
   * @param timer best one of its own: a task of another that takes long would be this machine's end
   * @param told in words what goes wrong; must not throw
   * @throws NoWatchdogException where there is none, or it is not one to rely on; nothing is armed
   *     then
   */
  public static Watchdog arm(
      Path file,
      WatchdogFacts facts,
      Duration interval,
      BooleanSupplier isWell,
      Timer timer,
      Consumer<String> told)
      throws NoWatchdogException {
    if (!Files.exists(file)) {
      throw new NoWatchdogException(
          "there is no watchdog `%s`. Maybe its driver is not loaded; `softdog` works everywhere"
              .formatted(file));
    }
    Duration timeout = facts.timeout().orElse(Duration.ofDays(1));
    if (interval.isZero()
        || interval.isNegative()
        || interval.multipliedBy(SIGNS).compareTo(timeout) > 0) {
      throw new NoWatchdogException(
          "a sign of life each %d ms is not right for the watchdog `%s`: expected %d or more within its timeout of %d ms"
              .formatted(interval.toMillis(), file, SIGNS, timeout.toMillis()));
    }
    try {
      Watchdog watchdog =
          new Watchdog(
              FileChannel.open(file, StandardOpenOption.WRITE),
              facts,
              interval,
              isWell,
              timer,
              told);
      watchdog.turn();
      return watchdog;
    } catch (IOException e) {
      throw new NoWatchdogException(
          "the watchdog `%s` cannot be opened: %s. Maybe another program has it"
              .formatted(file, e.getMessage()));
    }
  }

  /** How long after the last sign of life the machine is reset; a day where nobody knows. */
  public Duration timeout() {
    return facts.timeout().orElse(Duration.ofDays(1));
  }

  private synchronized void turn() {
    if (ended) {
      return;
    }
    if (!isWell.getAsBoolean()) {
      told.accept("all is not well: the watchdog gets no sign of life any more");
      fire();
      return;
    }
    try {
      write(SIGN);
    } catch (IOException e) {
      told.accept("the watchdog took no sign of life: " + e.getMessage());
    }
    timer.after(interval, this::turn);
  }

  /** Lets the machine be reset when the timeout is over; nothing stops it then. */
  public synchronized void fire() {
    ended = true;
    try {
      device.close();
    } catch (IOException e) {
      told.accept("the watchdog could not be closed: " + e.getMessage());
    }
  }

  /**
   * Stops the watchdog: this node leaves in good order.
   *
   * @return false where it cannot be stopped, so that the machine will be reset
   */
  public synchronized boolean disarm() {
    if (ended) {
      return false;
    }
    boolean stopped = !facts.noWayOut();
    try {
      write(STOP);
    } catch (IOException e) {
      stopped = false;
      told.accept("the watchdog could not be stopped: " + e.getMessage());
    }
    fire();
    return stopped;
  }

  private void write(byte sign) throws IOException {
    device.write(ByteBuffer.wrap(new byte[] {sign}));
  }
}
