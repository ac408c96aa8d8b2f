package dev.drover.execute;

import java.time.Duration;

/**
 * How long fencing waits for a node's own watchdog where no device is for the node, or why it does
 * not.
 *
 * @param time zero where it does not
 * @param refusal for people; empty where it waits
 */
public record WatchdogWait(Duration time, String refusal) {
  /** How long a leader may count on nodes after another one has been elected. */
  public static final Duration LATE = Duration.ofSeconds(3);

  /** So many votes make a majority that one can be without. */
  private static final int FEWEST_VOTES = 3;

  /** Why watchdogs are not relied on among so few votes; empty where they can be. */
  public static String tooFew(int votes) {
    return votes >= FEWEST_VOTES
        ? ""
        : "`fencing-watchdog-timeout` is without effect among %d votes: each of two would wait for the other to reset itself, expected %d or more. Maybe a witness helps"
            .formatted(votes, FEWEST_VOTES);
  }

  /**
   * How long it takes.
   *
   * @param withinMs how long after nobody counts on the node it has reset itself; 0 where the node
   *     has promised nothing
   * @param configured how long is to be waited; below zero for as long as is needed
   */
  public static WatchdogWait of(String node, long withinMs, Duration configured) {
    if (withinMs == 0) {
      return refused(
          "no fence device is for `%s`, and no watchdog of it is known. Maybe `watchdog` is missing in its site file"
              .formatted(node));
    }
    Duration least = LATE.plusMillis(withinMs);
    if (configured.isNegative()) {
      return new WatchdogWait(least, "");
    }
    if (configured.compareTo(least) < 0) {
      return refused(
          "`fencing-watchdog-timeout` is `%d` ms, expected %d or more: `%s` resets itself within %d ms, and a leader may be late by %d ms. Maybe `-1` is meant, which waits as long as is needed"
              .formatted(configured.toMillis(), least.toMillis(), node, withinMs, LATE.toMillis()));
    }
    return new WatchdogWait(configured, "");
  }

  /** It does not. */
  public static WatchdogWait refused(String why) {
    return new WatchdogWait(Duration.ZERO, why);
  }
}
