package dev.drover.simulate;

import dev.drover.model.Role;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.NodeView;
import dev.drover.simulate.World.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cluster promises whatever a story expects: that it never makes a resource active twice,
 * and that it never starts anything on a node that it holds for unsafe itself. A remote node is
 * safe as soon as the connection to it, which has its name, has come up. What people or broken
 * agents do is not the cluster's doing.
 */
final class Promises {
  private static final Set<String> BRINGS_UP =
      Set.of("start", "promote", "migrate_to", "migrate_from");

  private Promises() {}

  /** Each broken promise, as a sentence. */
  static List<String> brokenIn(StepReport step) {
    List<String> broken = new ArrayList<>();
    Map<String, Map<String, Role>> last = step.before();
    for (Moment moment : step.moments()) {
      if (moment.byCluster()) {
        activeTwice(step, last, moment, broken);
      }
      last = moment.running();
    }
    for (Round round : step.rounds()) {
      startedOnUnclean(round, broken);
    }
    return List.copyOf(broken);
  }

  private static void activeTwice(
      StepReport step, Map<String, Map<String, Role>> last, Moment moment, List<String> broken) {
    moment.running().values().stream()
        .flatMap(services -> services.keySet().stream())
        .distinct()
        .filter(service -> Services.isSingle(step.configuration(), service))
        .forEach(
            service -> {
              Map<String, Role> places = Running.placesOf(moment.running(), service);
              if (places.size() > 1 && places.size() > Running.placesOf(last, service).size()) {
                broken.add("after " + moment.cause() + " " + Running.sentence(service, places));
              }
            });
  }

  private static void startedOnUnclean(Round round, List<String> broken) {
    Set<String> unclean =
        round.decision().before().nodes().stream()
            .filter(node -> node.unclean() != null)
            .map(NodeView::name)
            .collect(Collectors.toSet());
    for (Performed done : round.performed()) {
      Action action = done.executed().action();
      if (action.kind() == ActionKind.RESOURCE
          && BRINGS_UP.contains(action.task())
          && unclean.contains(action.node())
          && !connectedBefore(round, done)) {
        broken.add(DeedLog.sentence(done) + " although " + action.node() + " is unclean");
      }
    }
  }

  private static boolean connectedBefore(Round round, Performed begun) {
    String node = begun.executed().action().node();
    return round.performed().stream()
        .filter(done -> done.succeeded() && !done.ended().isAfter(begun.began()))
        .map(done -> done.executed().action())
        .anyMatch(
            action -> action.task().equals("start") && Objects.equals(action.resource(), node));
  }
}
