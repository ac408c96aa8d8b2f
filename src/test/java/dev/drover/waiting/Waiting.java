package dev.drover.waiting;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait for what other threads do. */
public final class Waiting {
  private Waiting() {}

  /**
   * Waits. What goes wrong meanwhile on a thread of another test, as on one of the D-Bus library
   * whose bus that test takes away, is not what is waited for.
   */
  public static ConditionFactory await() {
    return Awaitility.await().dontCatchUncaughtExceptions();
  }

  /** The same, for something that has a name. */
  public static ConditionFactory await(String what) {
    return Awaitility.await(what).dontCatchUncaughtExceptions();
  }
}
