package dev.drover.model.fact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import org.junit.jupiter.api.Test;

class ActivityTest {
  @Test
  void aResourceRunsWhereItsRoleIsAboveStopped() {
    assertFalse(activity(Role.UNKNOWN).isActive());
    assertFalse(activity(Role.STOPPED).isActive());
    assertTrue(activity(Role.STARTED).isActive());
  }

  private static Activity activity(Role role) {
    return new Activity("web", "n1", "web@n1", role, OnFail.IGNORE, 1, false, true, false, false);
  }
}
