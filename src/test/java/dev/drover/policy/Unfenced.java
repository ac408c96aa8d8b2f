package dev.drover.policy;

import dev.drover.execute.Fenced;
import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.NodeView;
import dev.drover.simulate.Performed;
import dev.drover.simulate.Round;
import dev.drover.simulate.StepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether nodes were unfenced before anything that needs it was started there, step by step of a
 * story that began with none of them unfenced.
 *
 * <p>Guest nodes are never unfenced, and a remote node only once it is known to be up: what starts
 * there as soon as the connection stands does not wait. So it is under Pacemaker.
 */
final class Unfenced {
  private final Map<String, Instant> since = new HashMap<>();

  /** Each start that came too early in the next step, as a sentence. */
  List<String> brokenIn(StepReport step) {
    List<String> broken = new ArrayList<>();
    Set<String> needy = needy(step.configuration());
    for (Round round : step.rounds()) {
      round.performed().forEach(this::remember);
      Set<String> members =
          round.decision().before().nodes().stream()
              .filter(node -> node.kind() == NodeKind.MEMBER)
              .map(NodeView::name)
              .collect(Collectors.toSet());
      for (Performed done : round.performed()) {
        Action action = done.executed().action();
        if (action.task().equals("start")
            && members.contains(action.node())
            && needy.contains(String.valueOf(action.resource()).replaceFirst(":\\d+$", ""))
            && since.getOrDefault(action.node(), Instant.MAX).isAfter(done.began())) {
          broken.add(action.resource() + " starts on " + action.node() + " that is not unfenced");
        }
      }
    }
    return broken;
  }

  /** What was switched off has to be unfenced anew; it does not come back within one plan. */
  private void remember(Performed done) {
    Action action = done.executed().action();
    if (action.kind() == ActionKind.FENCE && action.node() != null && done.succeeded()) {
      if (Fenced.isUnfencing(action)) {
        since.putIfAbsent(action.node(), done.ended());
      } else {
        since.remove(action.node());
      }
    }
  }

  private static Set<String> needy(Configuration configuration) {
    boolean disabled =
        configuration.options().stream()
            .anyMatch(set -> "false".equals(set.values().get("fencing-enabled")));
    Set<String> names = new HashSet<>();
    boolean used = false;
    for (ResourceConfig service : services(configuration.resources())) {
      Agent agent = service.agent();
      boolean device = agent != null && agent.isFenceDevice();
      used |= device && says(service, "provides", "unfencing");
      used |= says(service, "requires", "unfencing");
      boolean connection = agent != null && agent.type().equals("remote");
      boolean needsLess =
          service.meta().stream()
              .map(set -> set.values().getOrDefault("requires", "unfencing"))
              .anyMatch(needed -> !needed.equals("unfencing"));
      if (!device && !connection && !needsLess) {
        names.add(service.id());
      }
    }
    return used && !disabled ? names : Set.of();
  }

  private static boolean says(ResourceConfig resource, String option, String value) {
    return resource.meta().stream().anyMatch(set -> value.equals(set.values().get(option)));
  }

  private static List<ResourceConfig> services(List<ResourceConfig> resources) {
    List<ResourceConfig> services = new ArrayList<>();
    for (ResourceConfig resource : resources) {
      if (resource.kind() == Kind.PRIMITIVE) {
        services.add(resource);
      }
      services.addAll(services(resource.members()));
    }
    return services;
  }
}
