package dev.drover.text.report;

import dev.drover.model.NaturalOrder;
import dev.drover.model.Role;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A clone: instances in an ordinary state are gathered by what they are, as lists of node names;
 * any other is told on its own.
 */
final class CloneSection {
  private final Scene scene;
  private final ResourceView clone;
  private final List<ResourceView> told = new ArrayList<>();
  private final List<String> promoted = new ArrayList<>();
  private final List<String> running = new ArrayList<>();

  CloneSection(Scene scene, ResourceView clone) {
    this.scene = scene;
    this.clone = clone;
    clone.members().forEach(this::sort);
    promoted.sort(NaturalOrder.NAMES);
    running.sort(NaturalOrder.NAMES);
  }

  /** Decides whether an instance is told on its own, gathered, or left out. */
  private void sort(ResourceView instance) {
    if (clone.unique()) {
      if (scene.isPartlyActive(instance) || !clone.orphan()) {
        told.add(instance);
      }
    } else if (scene.pending() && instance.pending() != null) {
      told.add(instance);
    } else if (scene.isPartlyActive(instance)) {
      List<String> nodes = Scene.nodesOf(instance);
      if (isOdd(instance) || nodes.size() != 1 || scene.isLost(nodes.get(0))) {
        told.add(instance);
      } else {
        boolean isPromoted = instance.primitives().anyMatch(part -> part.role() == Role.PROMOTED);
        (isPromoted ? promoted : running).add(nodes.get(0));
      }
    }
  }

  private boolean isOdd(ResourceView instance) {
    return Scene.any(instance, ResourceView::orphan)
        || !Scene.every(instance, ResourceView::managed)
        || Scene.any(instance, ResourceView::failed)
        || !scene.isActive(instance);
  }

  /**
   * Writes the lines below the clone's heading.
   *
   * @param section writes the instances that are told on their own
   */
  void write(Outline out, ResourceSection section) {
    told.forEach(instance -> section.write(instance, out));
    gathered(out, "Promoted", promoted);
    gathered(out, runningTitle(), running);
    stopped().forEach((state, nodes) -> gathered(out, state, nodes));
  }

  private String runningTitle() {
    if (!clone.promotable()) {
      return "Started";
    }
    return targetRole() == Role.UNPROMOTED ? "Unpromoted (target-role)" : "Unpromoted";
  }

  private static void gathered(Outline out, String title, Collection<String> nodes) {
    if (!nodes.isEmpty()) {
      out.item(title + ": [ " + String.join(" ", nodes) + " ]");
    }
  }

  /**
   * Nodes without an active instance, by what is said of them; only while not all instances are
   * gathered.
   */
  private Map<String, Collection<String>> stopped() {
    Map<String, Collection<String>> byState = new TreeMap<>();
    long max = clone.members().stream().filter(instance -> !instance.orphan()).count();
    if (clone.unique() || max <= promoted.size() + running.size()) {
      return byState;
    }
    List<String> active = Scene.nodesOf(clone);
    for (String node : clone.candidates()) {
      if (!active.contains(node)) {
        byState
            .computeIfAbsent(stoppedState(node), state -> new TreeSet<>(NaturalOrder.NAMES))
            .add(node);
      }
    }
    return byState;
  }

  private String stoppedState(String node) {
    Integer code = clone.failedProbes().get(node);
    if (code != null) {
      return "Stopped (" + ExitText.of(code) + ")";
    }
    return targetRole() == Role.STOPPED ? "Stopped (disabled)" : "Stopped";
  }

  /** The clone's target role, or its first instance's: any instance has the same. */
  private @Nullable Role targetRole() {
    if (clone.targetRole() != null || clone.members().isEmpty()) {
      return clone.targetRole();
    }
    return clone.members().get(0).targetRole();
  }
}
