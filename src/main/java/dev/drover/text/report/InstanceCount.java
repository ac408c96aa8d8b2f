package dev.drover.text.report;

import dev.drover.model.Role;
import dev.drover.plan.Assessment;
import dev.drover.plan.ResourceView;

/**
 * How many primitives are configured or still active.
 *
 * @param disabled how many of them the operator wants stopped, or not promoted
 * @param blocked how many must not be touched after a failure
 */
record InstanceCount(int all, int disabled, int blocked) {
  private static final InstanceCount NONE = new InstanceCount(0, 0, 0);

  static InstanceCount of(Assessment assessment) {
    return assessment.resources().stream()
        .map(view -> of(view, Family.NONE))
        .reduce(NONE, InstanceCount::plus);
  }

  private static InstanceCount of(ResourceView view, Family family) {
    if (!view.members().isEmpty()) {
      return view.members().stream()
          .map(member -> of(member, family.below(view)))
          .reduce(NONE, InstanceCount::plus);
    }
    if (view.orphan() && !view.role().isActive()) {
      return NONE;
    }
    boolean held =
        view.targetRole() == Role.STOPPED
            || (view.targetRole() == Role.UNPROMOTED && family.promotable());
    return new InstanceCount(1, held ? 1 : 0, view.blocked() ? 1 : 0);
  }

  private InstanceCount plus(InstanceCount other) {
    return new InstanceCount(all + other.all, disabled + other.disabled, blocked + other.blocked);
  }
}
