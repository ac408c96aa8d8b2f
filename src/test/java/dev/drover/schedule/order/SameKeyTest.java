package dev.drover.schedule.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.drover.plan.ActionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameKeyTest {
  private final SameKey starts = new SameKey("web_start_0");
  private final List<Step> asked = new ArrayList<>();

  @Test
  void theStepOfANodeIsFoundAmongManyAlsoWhereNodesHaveTheirHintInCommon() {
    // of more than 64 nodes some must
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      assertNull(starts.adopt("n" + i));
      steps.add(step("start", "n" + i));
    }
    for (int i = 0; i < 100; i++) {
      assertSame(steps.get(i), starts.adopt("n" + i));
    }
    assertNull(starts.adopt("elsewhere"));
  }

  @Test
  void aStepMadeBeforeItsNodeWasKnownIsFoundByThatNodeAfterwards() {
    Step step = step("start", null);
    assertSame(step, starts.adopt("n1"));
    assertSame(step, starts.adopt("n1"));
    assertNull(starts.adopt("n2"));
  }

  @Test
  void timesAreLookedUpOnceForAllNodesAndAgainForAnotherTask() {
    Step first = step("start", "n1");
    Step second = step("start", "n2");
    TimedParameters timed = new TimedParameters(this::times);
    assertEquals(Map.of("timeout", "start"), timed.of(first));
    assertSame(timed.of(first), timed.of(second), "what both have in common is kept once");
    assertEquals(List.of(first), asked);

    Step third = step("cancel", "n3");
    third.put("operation", "start");
    assertEquals(Map.of("operation", "start", "timeout", "cancel"), timed.of(third));
    assertEquals(List.of(first, third), asked);
  }

  private Map<String, String> times(Step step) {
    asked.add(step);
    return Map.of("timeout", step.task);
  }

  private Step step(String task, String node) {
    Step step = new Step(1, ActionKind.RESOURCE, starts, null, task, 0, node);
    starts.add(step);
    return step;
  }
}
