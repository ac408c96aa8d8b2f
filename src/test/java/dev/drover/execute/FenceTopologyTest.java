package dev.drover.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.config.FencingLevel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose levels are whose. */
class FenceTopologyTest {
  private static final FencingLevel NAMED =
      new FencingLevel("a", "n1", null, null, null, 2, List.of("a"));
  private static final FencingLevel FITTING =
      new FencingLevel("b", null, "^n[12]$", null, null, 1, List.of("b"));
  private static final FencingLevel BY_RACK =
      new FencingLevel("c", null, null, "rack", "7", 1, List.of("c", "d"));
  private static final FencingLevel BROKEN =
      new FencingLevel("d", null, "[", null, null, 1, List.of("e"));

  private final FenceTopology topology =
      new FenceTopology(
          List.of(NAMED, FITTING, BY_RACK, BROKEN),
          Map.of("n1", Map.of("rack", "7"), "n3", Map.of("rack", "7")));

  @Test
  void nameCountsBeforePatternAndPatternBeforeAttribute() {
    assertEquals(List.of(new FenceLevel(2, List.of("a"))), topology.of("N1"));
    assertEquals(List.of(new FenceLevel(1, List.of("b"))), topology.of("n2"));
    assertEquals(List.of(new FenceLevel(1, List.of("c", "d"))), topology.of("n3"));
    assertEquals(List.of(), topology.of("n4"));
  }

  @Test
  void patternThatWasConfiguredFirstCountsAlone() {
    FencingLevel wider = new FencingLevel("e", null, "n", null, null, 2, List.of("x"));
    FencingLevel widerStill = new FencingLevel("f", null, "n", null, null, 1, List.of("y"));
    FenceTopology two = new FenceTopology(List.of(wider, FITTING, widerStill), Map.of());
    assertEquals(
        List.of(new FenceLevel(1, List.of("y")), new FenceLevel(2, List.of("x"))), two.of("n2"));
    assertEquals(List.of(), two.of("N2"));
  }
}
