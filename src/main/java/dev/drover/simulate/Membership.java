package dev.drover.simulate;

import dev.drover.execute.StatusDraft;
import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.model.fact.Words;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who hears whom, and what each side makes of it: the membership layer. */
final class Membership {
  private record Known(Side side, List<String> members, ClusterState state) {}

  private final World world;
  private final Votes votes;
  private ClusterState newcomersKnow;
  private List<Side> sides = new ArrayList<>();

  /**
   * Starts with one side, which knows what the cluster was reported to be.
   *
   * @param initial what that side knows
   */
  Membership(World world, Votes votes, ClusterState initial) {
    this.world = world;
    this.votes = votes;
    newcomersKnow = nothingKnownOf(initial);
    for (List<String> group : world.groups()) {
      Side side = new Side(group, initial);
      side.change(
          status -> status.quorate(votes.quorate(group.size(), initial.status().quorate())));
      sides.add(side);
    }
  }

  List<Side> sides() {
    return List.copyOf(sides);
  }

  Optional<Side> sideOf(String node) {
    return sides.stream().filter(side -> side.has(node)).findFirst();
  }

  /** Brings every side up to date with the truth about who hears whom. */
  void update() {
    List<Known> before =
        sides.stream().map(side -> new Known(side, side.members(), side.state())).toList();
    List<Side> after = new ArrayList<>();
    Set<Side> taken = new HashSet<>();
    for (List<String> group : world.groups()) {
      List<Known> parents =
          before.stream()
              .filter(known -> known.members.stream().anyMatch(group::contains))
              .toList();
      if (parents.isEmpty()) {
        Side side = new Side(List.of(), newcomersKnow);
        meet(side, List.of(), group, Map.of(), votes.quorateAlone(group.size()));
        after.add(side);
      } else {
        Known first = parents.get(0);
        Side side = taken.add(first.side) ? first.side : new Side(first.members, first.state);
        boolean quorate = parents.stream().anyMatch(known -> known.state.status().quorate());
        meet(side, first.members, group, reports(parents), votes.quorate(group.size(), quorate));
        after.add(side);
      }
    }
    sides = after;
  }

  /** What each member's own side reports of it. */
  private static Map<String, NodeState> reports(List<Known> parents) {
    Map<String, NodeState> reports = new LinkedHashMap<>();
    for (Known known : parents) {
      for (NodeState node : known.state.status().nodes()) {
        if (known.members.contains(node.name())) {
          reports.put(node.name(), node);
        }
      }
    }
    return reports;
  }

  private static void meet(
      Side side,
      List<String> old,
      List<String> group,
      Map<String, NodeState> reports,
      boolean quorate) {
    if (old.equals(group) && side.state().status().quorate() == quorate) {
      return;
    }
    side.change(
        status -> {
          status.quorate(quorate);
          old.stream()
              .filter(node -> !group.contains(node))
              .forEach(node -> status.node(node).lost());
          group.stream()
              .filter(node -> !old.contains(node))
              .forEach(node -> join(status, node, reports.get(node)));
        });
    side.members(group);
    side.disturb();
  }

  private static void join(StatusDraft status, String node, @Nullable NodeState report) {
    if (report != null) {
      status.adopt(report);
    } else {
      status.node(node).forgetUnlocked();
      status.node(node).online();
    }
  }

  /** The configuration is another one from now on, on every side. */
  void configure(Configuration configuration) {
    newcomersKnow = new ClusterState(configuration, newcomersKnow.status());
    sides.forEach(side -> side.change(new ClusterState(configuration, side.state().status())));
    sides.forEach(Side::disturb);
  }

  /** Changes what is reported, for everybody, those that come up later too. */
  void change(Consumer<StatusDraft> edit) {
    StatusDraft draft = new StatusDraft(newcomersKnow);
    edit.accept(draft);
    newcomersKnow = draft.toState();
    sides.forEach(side -> side.change(edit));
    sides.forEach(Side::disturb);
  }

  /** A node that was on its way in is there no longer, which every side sees. */
  void vanish(String node) {
    for (Side side : sides) {
      boolean seen =
          side.state().status().nodes().stream()
              .filter(known -> known.name().equals(node))
              .map(known -> String.valueOf(known.inCluster()))
              .anyMatch(since -> Words.isTrue(since) || Words.number(since, 0) > 0);
      if (seen && !side.has(node)) {
        side.change(status -> status.node(node).lost());
        side.disturb();
      }
    }
  }

  /** True for a node that takes part in the membership when it is up. */
  boolean isMember(String node) {
    return world.known(node).filter(World.Machine::isMember).isPresent();
  }

  /** What somebody knows who has heard of nobody yet. */
  private static ClusterState nothingKnownOf(ClusterState state) {
    Status status =
        new Status(
            false,
            null,
            null,
            List.of(),
            state.status().tickets(),
            state.status().panicWithoutQuorum());
    return new ClusterState(state.configuration(), status);
  }
}
