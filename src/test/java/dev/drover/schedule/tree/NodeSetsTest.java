package dev.drover.schedule.tree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NodeSetsTest {
  private final NodeSets sets = new NodeSets();

  @Test
  void eachResourceHasItsOwnNodes() {
    assertTrue(sets.isEmpty());
    sets.add("web", "n1");
    sets.add("web", "n3");
    sets.add("db", "n2");

    assertFalse(sets.isEmpty());
    assertTrue(sets.has("web", "n1"));
    assertTrue(sets.has("web", "n3"));
    assertFalse(sets.has("web", "n2"), "that one is another resource's");
    assertTrue(sets.has("db", "n2"));
  }

  @Test
  void whatWasNeverNamedIsNowhere() {
    sets.add("web", "n1");
    assertFalse(sets.has("web", "elsewhere"));
    assertFalse(sets.has("db", "n1"));
  }
}
