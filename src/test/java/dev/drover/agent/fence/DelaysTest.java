package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How long a device waits. */
class DelaysTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Random random = new Random(1);

  @Test
  void nodesMayHaveDelaysOfTheirOwn() {
    Delays delays = new Delays(SECOND, Map.of("n1", SECOND.multipliedBy(5)), Duration.ZERO);
    assertEquals(SECOND.multipliedBy(5), delays.drawn("N1", random));
    assertEquals(SECOND, delays.drawn("n2", random));
  }

  @Test
  void randomPartStaysBetweenBaseAndMost() {
    Delays delays = new Delays(SECOND, Map.of(), SECOND.multipliedBy(2));
    TreeSet<Duration> drawn = new TreeSet<>();
    for (int i = 0; i < 1000; i++) {
      drawn.add(delays.drawn("n1", random));
    }
    assertTrue(drawn.first().compareTo(SECOND) >= 0, drawn.first().toString());
    assertTrue(drawn.last().compareTo(SECOND.multipliedBy(2)) <= 0, drawn.last().toString());
    assertTrue(drawn.size() > 100, drawn.toString());
  }

  @Test
  void mostIsMoreThanTheBaseOrCutsIt() {
    Delays delays = new Delays(SECOND.multipliedBy(9), Map.of(), SECOND);
    assertEquals(SECOND, delays.drawn("n1", random));
  }
}
