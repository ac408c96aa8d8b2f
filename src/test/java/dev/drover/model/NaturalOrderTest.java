package dev.drover.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbersCountByTheirValueAndCaseDoesNotCount() {
    List<String> expected = List.of("a", "Node2", "node9", "node10", "node10b", "node010", "x");
    assertEquals(
        expected,
        Stream.of("node010", "x", "node10b", "node10", "node9", "Node2", "a")
            .sorted(NaturalOrder.NAMES)
            .toList());
  }

  @Test
  void noTwoDifferentNamesAreEqual() {
    assertNotEquals(0, NaturalOrder.NAMES.compare("Node1", "node1"));
    assertEquals(0, NaturalOrder.NAMES.compare("node1", "node1"));
  }

  @Test
  void numbersMayHaveAnyLength() {
    assertTrue(
        NaturalOrder.NAMES.compare("n99999999999999999999999", "n100000000000000000000000") < 0);
  }
}
