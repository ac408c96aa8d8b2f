package dev.drover.text.report;

import dev.drover.model.Role;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of one primitive: name, agent, state, node, and what is special about it. */
final class PrimitiveLine {
  private static final String MONITORING = "Monitoring";

  private final Scene scene;
  private final Family family;

  PrimitiveLine(Scene scene, Family family) {
    this.scene = scene;
    this.family = family;
  }

  /** A primitive on its own node. */
  String of(ResourceView view) {
    String node = view.current() != null ? view.current() : view.pendingNode();
    return of(view, family.unique() || view.unique() ? view.shownAs() : view.baseName(), node);
  }

  /**
   * A primitive under another name or on another node than its own.
   *
   * @param place the node to tell; null where it is on none
   */
  String of(ResourceView view, String name, @Nullable String place) {
    String node = place != null ? place : view.lockedTo();
    if (view.activeOn().size() > 1) {
      node = null;
    }
    StringBuilder line = new StringBuilder(name).append("\t(").append(view.agent()).append("):\t");
    line.append(view.orphan() ? " ORPHANED" : "").append(' ').append(state(view));
    if (node != null) {
      line.append(' ').append(node);
    }
    line.append(failedProbe(view, node));
    List<String> flags = flags(view, node);
    if (!flags.isEmpty()) {
      line.append(" (").append(String.join(", ", flags)).append(')');
    }
    if (view.activeOn().size() > 1) {
      line.append(" [ ").append(String.join(" ", view.roles().keySet())).append(" ]");
    }
    return line.toString();
  }

  private String state(ResourceView view) {
    Role role = role(view);
    if (view.failed()) {
      return role == Role.PROMOTED ? "FAILED Promoted" : "FAILED";
    }
    String pending = scene.pending() ? view.pending() : null;
    return pending == null || pending.equals(MONITORING) ? role.label() : pending;
  }

  /** In a promotable clone, what merely runs is unpromoted. */
  private Role role(ResourceView view) {
    return view.role() == Role.STARTED && family.promotable() ? Role.UNPROMOTED : view.role();
  }

  private String failedProbe(ResourceView view, @Nullable String node) {
    if (role(view) != Role.STOPPED || view.failedProbes().isEmpty()) {
      return "";
    }
    Integer code =
        node == null
            ? view.failedProbes().values().iterator().next()
            : view.failedProbes().get(node);
    return code == null ? "" : " (" + ExitText.of(code) + ") ";
  }

  private List<String> flags(ResourceView view, @Nullable String node) {
    List<String> flags = new ArrayList<>();
    if (scene.isLost(node)) {
      flags.add("UNCLEAN");
    }
    if (node != null && node.equals(view.lockedTo())) {
      flags.add("LOCKED");
    }
    if (scene.pending() && MONITORING.equals(view.pending())) {
      flags.add(MONITORING);
    }
    if (view.targetRole() == Role.STOPPED) {
      flags.add("disabled");
    } else if (view.targetRole() == Role.UNPROMOTED && family.promotable()) {
      flags.add("target-role:" + Role.UNPROMOTED.label());
    }
    if (view.blocked()) {
      flags.add("blocked");
    } else if (view.maintenance()) {
      flags.add("maintenance");
    } else if (!view.managed()) {
      flags.add("unmanaged");
    }
    if (view.failureIgnored()) {
      flags.add("failure ignored");
    }
    return flags;
  }
}
