package dev.drover.text.report;

import dev.drover.model.NaturalOrder;
import dev.drover.model.NodeKind;
import dev.drover.plan.NodeView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The list of nodes: one line for each in a state worth telling, the others gathered by whether
 * they are online.
 */
final class NodeSection {
  /**
   * The gathered lines in their order; offline guest nodes are nowhere, since only their resource
   * makes them.
   */
  private static final List<String> GATHERED =
      List.of("Online", "OFFLINE", "RemoteOnline", "RemoteOFFLINE", "GuestOnline");

  private NodeSection() {}

  static void write(Scene scene, Outline out) {
    List<NodeView> nodes =
        scene.assessment().nodes().stream()
            .sorted(Comparator.comparing(NodeView::name, NaturalOrder.NAMES))
            .toList();
    if (nodes.isEmpty()) {
      return;
    }
    out.open("Node List");
    Map<String, StringBuilder> gathered = new LinkedHashMap<>();
    GATHERED.forEach(title -> gathered.put(title, new StringBuilder()));
    for (NodeView node : nodes) {
      if (isTold(node)) {
        out.item(kindWord(node) + "Node " + node.name() + ": " + state(scene, node) + health(node));
      } else {
        StringBuilder names = gathered.get(kindWord(node) + (node.online() ? "Online" : "OFFLINE"));
        if (names != null) {
          names.append(' ').append(node.name());
        }
      }
    }
    gathered.forEach(
        (title, names) -> {
          if (names.length() > 0) {
            out.item(title + ": [" + names + " ]");
          }
        });
    out.close();
  }

  /** True for a node that gets a line of its own. */
  private static boolean isTold(NodeView node) {
    return node.unclean() != null
        || node.pending()
        || (node.standbyOnFail() && node.online())
        || node.standby()
        || node.maintenance()
        || !health(node).isEmpty();
  }

  private static String kindWord(NodeView node) {
    return node.kind() == NodeKind.MEMBER
        ? ""
        : node.kind() == NodeKind.REMOTE ? "Remote" : "Guest";
  }

  /** What a node's state is called. */
  static String state(Scene scene, NodeView node) {
    if (node.unclean() != null) {
      return "UNCLEAN " + (node.online() ? "(online)" : node.pending() ? "(pending)" : "(offline)");
    }
    if (node.pending()) {
      return "pending";
    }
    if (node.standbyOnFail() && node.online()) {
      return "standby (on-fail)";
    }
    if (node.standby()) {
      return !node.online()
          ? "OFFLINE (standby)"
          : scene.hasActive(node) ? "standby (with active resources)" : "standby";
    }
    if (node.maintenance()) {
      return node.online() ? "maintenance" : "OFFLINE (maintenance)";
    }
    return node.online() ? "online" : "OFFLINE";
  }

  private static String health(NodeView node) {
    return switch (node.health().toLowerCase(Locale.ROOT)) {
      case "red" -> " (health is RED)";
      case "yellow" -> " (health is YELLOW)";
      default -> "";
    };
  }
}
