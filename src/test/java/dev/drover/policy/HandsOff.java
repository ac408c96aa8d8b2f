package dev.drover.policy;

import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.simulate.Performed;
import dev.drover.simulate.StepReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nothing is done to what operators told the cluster to keep its hands off, but looking. */
final class HandsOff {
  private static final Set<String> CHANGES =
      Set.of("start", "stop", "promote", "demote", "migrate_to", "migrate_from");

  private HandsOff() {}

  /** Each thing that was done all the same, as a sentence. */
  static List<String> brokenIn(StepReport step) {
    Set<String> alone = new HashSet<>();
    boolean all = says(step.configuration().options(), "maintenance-mode", "true");
    for (ResourceConfig resource : step.configuration().resources()) {
      collect(resource, all, false, alone);
    }
    List<String> broken = new ArrayList<>();
    for (Performed done : step.performed()) {
      Action action = done.executed().action();
      String name = String.valueOf(action.resource()).replaceFirst(":\\d+$", "");
      if (action.kind() == ActionKind.RESOURCE
          && CHANGES.contains(action.task())
          && alone.contains(name)) {
        broken.add(action.task() + " " + action.resource() + " although it is not managed");
      }
    }
    return broken;
  }

  /** What a resource says of itself counts for more than what its group or clone says. */
  private static void collect(
      ResourceConfig resource, boolean maintenance, boolean unmanaged, Set<String> alone) {
    boolean kept =
        (maintenance || says(resource.meta(), "maintenance", "true"))
            && !(says(resource.meta(), "maintenance", "false"));
    boolean left =
        says(resource.meta(), "is-managed", "false")
            || unmanaged && !says(resource.meta(), "is-managed", "true");
    if (kept || left) {
      alone.add(resource.id());
    }
    for (ResourceConfig member : resource.members()) {
      collect(member, kept, left, alone);
    }
  }

  /** Only what is said at any time. */
  private static boolean says(List<SettingSet> sets, String option, String value) {
    return sets.stream()
        .filter(set -> set.condition() == null)
        .limit(1)
        .anyMatch(set -> sets.size() == 1 && value.equals(set.values().get(option)));
  }
}
