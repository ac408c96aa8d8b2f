package dev.drover.policy;

import dev.drover.model.Role;
import dev.drover.model.config.ResourceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No resource is more than what operators want it to be, whoever it belongs to. */
final class Targets {
  private final AtRest rest;
  private final List<String> broken = new ArrayList<>();

  private Targets(AtRest rest) {
    this.rest = rest;
  }

  /** Each resource that is too much, as a sentence. */
  static List<String> brokenIn(AtRest rest) {
    Targets targets = new Targets(rest);
    rest.configuration().resources().forEach(resource -> targets.check(resource, Optional.empty()));
    return targets.broken;
  }

  /**
   * Checks a resource and what it holds.
   *
   * @param around what is said of what it belongs to; counts where the resource itself says nothing
   */
  private void check(ResourceConfig resource, Optional<String> around) {
    Optional<String> target = rest.option(resource, "target-role").or(() -> around);
    resource.members().forEach(member -> check(member, target));
    if (!rest.where().isFree(resource.id())) {
      return;
    }
    // what belongs to it may say otherwise of itself
    if (resource.members().isEmpty() && target.filter("Stopped"::equals).isPresent()) {
      check(resource, "active", rest.where().nodes(resource.id(), null));
    } else if (resource.members().isEmpty() && target.filter("Unpromoted"::equals).isPresent()) {
      check(resource, "promoted", rest.where().nodes(resource.id(), Role.PROMOTED));
    }
  }

  private void check(ResourceConfig resource, String what, Set<String> nodes) {
    if (!nodes.isEmpty()) {
      broken.add("target-role: " + resource.id() + " is " + what + " on " + nodes);
    }
  }
}
