package dev.drover.text.report;

import dev.drover.model.Role;
import dev.drover.plan.Assessment;
import dev.drover.plan.BundleView;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a cluster stands, as JSON. */
final class StatusJson {
  private final Json json;
  private final Scene scene;

  StatusJson(Json json, Scene scene) {
    this.json = json;
    this.scene = scene;
  }

  void write() throws IOException {
    Assessment assessment = scene.assessment();
    json.flag("quorate", assessment.quorate());
    json.text("management", JsonReport.word(assessment.management()));
    json.list("nodes", assessment.nodes(), this::write);
    json.list("resources", assessment.resources(), this::write);
  }

  private void write(NodeView node) throws IOException {
    json.open();
    json.text("id", node.id());
    json.text("name", node.name());
    json.text("kind", JsonReport.word(node.kind()));
    json.text("state", NodeSection.state(scene, node));
    json.flag("online", node.online());
    json.text("unclean", node.unclean());
    json.text("container", node.container());
    json.text("health", node.health());
    List<String> flags = new ArrayList<>();
    addIf(flags, node.standby(), "standby");
    addIf(flags, node.standbyOnFail(), "standby-on-fail");
    addIf(flags, node.maintenance(), "maintenance");
    addIf(flags, node.pending(), "pending");
    addIf(flags, node.shutdown(), "shutdown");
    addIf(flags, !node.seen(), "never-seen");
    json.texts("flags", flags);
    json.close();
  }

  private void write(ResourceView view) throws IOException {
    json.open();
    json.text("id", view.id());
    json.text("name", view.shownAs());
    json.text("kind", JsonReport.word(view.kind()));
    json.text("agent", view.agent() == null ? null : view.agent().toString());
    json.text("role", JsonReport.word(view.role()));
    json.text("targetRole", view.targetRole() == null ? null : JsonReport.word(view.targetRole()));
    Map<String, String> activeOn = new LinkedHashMap<>();
    for (String node : view.activeOn()) {
      activeOn.put(node, JsonReport.word(view.roles().getOrDefault(node, Role.UNKNOWN)));
    }
    json.texts("activeOn", activeOn);
    json.texts("failedOn", view.failedOn());
    json.text("underWay", scene.pending() ? view.pending() : null);
    json.text("lockedTo", view.lockedTo());
    json.texts("flags", flags(view));
    BundleView bundle = view.bundle();
    if (bundle != null) {
      json.text("image", bundle.image());
    }
    if (view.kind().isCollective()) {
      json.list("members", view.members(), this::write);
    }
    json.close();
  }

  private static List<String> flags(ResourceView view) {
    List<String> flags = new ArrayList<>();
    addIf(flags, view.orphan(), "orphan");
    addIf(flags, view.failed(), "failed");
    addIf(flags, view.failureIgnored(), "failure-ignored");
    addIf(flags, view.blocked(), "blocked");
    addIf(flags, view.maintenance(), "maintenance");
    addIf(flags, !view.managed(), "unmanaged");
    addIf(flags, view.unique(), "unique");
    addIf(flags, view.promotable(), "promotable");
    return flags;
  }

  private static void addIf(List<String> flags, boolean condition, String flag) {
    if (condition) {
      flags.add(flag);
    }
  }
}
