package dev.drover.daemon;

import dev.drover.live.Entry;
import java.util.concurrent.Executor;

/**
 * Has changed configurations and rules taken up behind what waits already: where a log is read
 * again at a start, or much is changed at once, that is once for all. On the loop only.
 */
final class Uptake {
  /** Port: goes by what is configured now. */
  @FunctionalInterface
  interface Taker {
    /**
     * The newest configuration and rules count.
     *
     * @param isRuled whether the rules are others, too
     */
    void takeUp(boolean isRuled);
  }

  private final Executor loop;
  private final Taker taker;
  private boolean isWaiting;
  private boolean isRuled;

  Uptake(Executor loop, Taker taker) {
    this.loop = loop;
    this.taker = taker;
  }

  /** An entry was applied. */
  void applied(Entry entry) {
    if (entry instanceof Entry.Happened) {
      return;
    }
    isRuled |= entry instanceof Entry.Policy;
    if (!isWaiting) {
      isWaiting = true;
      loop.execute(this::takeUp);
    }
  }

  private void takeUp() {
    boolean ruled = isRuled;
    isWaiting = false;
    isRuled = false;
    taker.takeUp(ruled);
  }
}
