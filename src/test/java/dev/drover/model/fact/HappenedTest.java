package dev.drover.model.fact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HappenedTest {
  @Test
  void whatWentAsExpectedIsSmooth() {
    assertTrue(result("probe", 0, 7, 7, false).isSmooth());
    assertTrue(result("start", 0, 0, 0, false).isSmooth());
    assertTrue(result("monitor", 0, 8, 8, false).isSmooth());
  }

  @Test
  void whateverMayTellOfAnIncidentIsNot() {
    assertFalse(result("probe", 0, 0, 7, false).isSmooth(), "not as expected");
    assertFalse(result("probe", 0, 1, 1, false).isSmooth(), "an error, expected or not");
    assertFalse(result("start", -1, 0, 0, false).isSmooth(), "under way");
    assertFalse(result("start", 2, 0, 0, false).isSmooth(), "timed out");
    assertFalse(result("start", 0, 0, 0, true).isSmooth(), "kept as the last failure");
    assertFalse(result("migrate_to", 0, 0, 0, false).isSmooth(), "half of a live migration");
  }

  private static Happened result(
      String operation, int status, int rc, int expected, boolean lastFailure) {
    return new Happened(
        0,
        "web@n1",
        "web",
        "web",
        "n1",
        0,
        operation,
        0,
        status,
        rc,
        expected,
        1,
        lastFailure,
        false,
        "start",
        ParameterChange.NONE);
  }
}
