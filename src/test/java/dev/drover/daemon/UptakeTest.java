package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.live.Entry;
import dev.drover.live.StatusPatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is taken up, and how often. */
class UptakeTest {
  private static final Entry CONFIGURED = new Entry.Configure(-1, "c.yaml", "", "ann", 0);
  private static final Entry RULED = new Entry.Policy(-1, Map.of(), "ann", 0);

  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final List<Boolean> taken = new ArrayList<>();
  private final Uptake uptake = new Uptake(loop::add, taken::add);

  private void run() {
    while (!loop.isEmpty()) {
      loop.remove().run();
    }
  }

  @Test
  void whatWaitsTogetherIsTakenUpOnce() {
    for (int i = 0; i < 1000; i++) {
      loop.add(() -> uptake.applied(CONFIGURED));
    }
    run();
    assertEquals(List.of(false), taken);
    uptake.applied(CONFIGURED);
    run();
    assertEquals(List.of(false, false), taken, "a later one is taken up again");
  }

  @Test
  void otherRulesAreNotForgottenOverAConfiguration() {
    uptake.applied(RULED);
    uptake.applied(CONFIGURED);
    run();
    uptake.applied(CONFIGURED);
    run();
    assertEquals(List.of(true, false), taken);
  }

  @Test
  void eventsChangeNeither() {
    uptake.applied(
        new Entry.Happened(new StatusPatch(true, List.of(), List.of()), List.of("news"), 0));
    run();
    assertEquals(List.of(), taken);
  }
}
