package dev.drover.model.fact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import org.junit.jupiter.api.Test;

class ActivityTest {
  @Test
  void aHistoryWithoutARoleDoesNotTellWhetherTheResourceRuns() {
    assertFalse(activity(Role.UNKNOWN).isTelling());
    assertTrue(activity(Role.STOPPED).isTelling());
    assertTrue(activity(Role.STARTED).isTelling());
  }

  private static Activity activity(Role role) {
    return new Activity("web", "n1", "web@n1", role, OnFail.IGNORE, 1, false, true, false);
  }
}
