package dev.drover.text.report;

import dev.drover.model.Agent;
import dev.drover.model.NodeKind;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.Edge;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a transition graph in XML: for each action that is carried out one synapse, with the
 * actions that it waits for as its inputs. Element and attribute names are those of Pacemaker's
 * transition graphs.
 */
public final class GraphReport {
  private final Decision decision;
  private final ActionNames names;
  private final Map<String, NodeView> nodes = new HashMap<>();
  private final Map<Integer, Action> actions = new HashMap<>();
  private final Map<Integer, List<Action>> inputs = new HashMap<>();
  private final XmlText xml = new XmlText();

  private GraphReport(Decision decision) {
    this.decision = decision;
    names = new ActionNames(decision);
    decision.before().nodes().forEach(node -> nodes.put(node.name(), node));
    decision.plan().actions().forEach(action -> actions.put(action.id(), action));
    for (Edge edge : decision.plan().edges()) {
      Action before = actions.get(edge.before());
      if (edge.inGraph() && before != null) {
        inputs.computeIfAbsent(edge.after(), id -> new ArrayList<>()).add(before);
      }
    }
  }

  /** The graph of a decision's plan, as a document. */
  public static String of(Decision decision) {
    return new GraphReport(decision).write();
  }

  private String write() {
    xml.open("transition_graph", Map.of("transition_id", "0"));
    int synapse = 0;
    for (Action action : decision.plan().executed()) {
      xml.open("synapse", Map.of("id", Integer.toString(synapse++)));
      xml.open("action_set", Map.of());
      writeAction(action);
      xml.close();
      xml.open("inputs", Map.of());
      for (Action input : inputs.getOrDefault(action.id(), List.of())) {
        xml.open("trigger", Map.of());
        xml.empty(element(input), attributes(input));
        xml.close();
      }
      xml.close();
      xml.close();
    }
    xml.close();
    return xml.toString();
  }

  private void writeAction(Action action) {
    xml.open(element(action), attributes(action));
    ResourceView view = names.resource(action);
    if (view != null && view.agent() != null && action.kind() != ActionKind.PSEUDO) {
      xml.empty("primitive", primitive(action, view.agent()));
    }
    if (action.task().equals(Action.TELL_MAINTENANCE)) {
      xml.empty("attributes", Map.of());
      writeMaintenance(action.parameters());
      xml.close();
      return;
    }
    Map<String, String> options = new TreeMap<>();
    action
        .parameters()
        .forEach((name, value) -> options.put("CRM_meta_" + name.replace('-', '_'), value));
    if (action.intervalMs() > 0) {
      options.put("CRM_meta_interval", Long.toString(action.intervalMs()));
    }
    xml.empty("attributes", options);
    List<String> downed = downed(action);
    if (!downed.isEmpty()) {
      xml.open("downed", Map.of());
      downed.forEach(id -> xml.empty("node", Map.of("id", id)));
      xml.close();
    }
    xml.close();
  }

  private void writeMaintenance(Map<String, String> begins) {
    xml.open("maintenance", Map.of());
    begins.forEach(
        (node, value) -> {
          Map<String, String> attributes = new LinkedHashMap<>();
          attributes.put("id", id(node));
          attributes.put("node_in_maintenance", value.equals("true") ? "1" : "0");
          xml.empty("node", attributes);
        });
    xml.close();
  }

  private static String element(Action action) {
    return switch (action.kind()) {
      case PSEUDO -> "pseudo_event";
      case FENCE, CLUSTER -> "crm_event";
      case RESOURCE -> "rsc_op";
    };
  }

  private Map<String, String> attributes(Action action) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("id", Integer.toString(action.id()));
    attributes.put("operation", action.task());
    String key = names.key(action);
    attributes.put("operation_key", key);
    if (!key.equals(action.key())) {
      attributes.put("internal_operation_key", action.key());
    }
    if (action.node() != null
        && (action.kind() != ActionKind.PSEUDO || action.task().equals("stonith"))) {
      attributes.put("on_node", action.node());
      attributes.put("on_node_uuid", id(action.node()));
    }
    return attributes;
  }

  private Map<String, String> primitive(Action action, Agent agent) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("id", String.valueOf(names.configuredName(action)));
    putIfKnown(attributes, "long-id", names.longName(action));
    attributes.put("class", agent.standard());
    putIfKnown(attributes, "provider", agent.provider());
    attributes.put("type", agent.type());
    return attributes;
  }

  private static void putIfKnown(
      Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }

  private String id(String name) {
    NodeView node = nodes.get(name);
    return node == null ? name : node.id();
  }

  /** Ids of the nodes that an action takes down, so that their loss is no surprise. */
  private List<String> downed(Action action) {
    List<String> downed = new ArrayList<>();
    String node = action.node();
    if (node == null) {
      return downed;
    }
    boolean fences =
        action.task().equals("stonith") && !"on".equals(action.parameters().get("stonith_action"));
    if (fences || action.task().equals("do_shutdown")) {
      downed.add(id(node));
    }
    if (fences) {
      nodes.values().stream()
          .filter(guest -> isHostedOn(guest, node))
          .map(NodeView::id)
          .sorted()
          .forEach(downed::add);
    }
    if (action.task().equals("stop") && isConnection(action) && !followsMigration(action)) {
      downed.add(id(String.valueOf(action.resource())));
    }
    return downed;
  }

  private boolean isHostedOn(NodeView guest, String host) {
    return guest.container() != null
        && decision.before().resources().stream()
            .flatMap(ResourceView::primitives)
            .anyMatch(view -> view.id().equals(guest.container()) && host.equals(view.current()));
  }

  /** True for the action of a resource that is the connection to a remote or guest node. */
  private boolean isConnection(Action action) {
    NodeView node = nodes.get(String.valueOf(action.resource()));
    return node != null && node.kind() != NodeKind.MEMBER && action.kind() == ActionKind.RESOURCE;
  }

  private boolean followsMigration(Action stop) {
    return decision.plan().edges().stream()
        .filter(edge -> edge.after() == stop.id())
        .map(edge -> actions.get(edge.before()))
        .anyMatch(
            before ->
                before != null
                    && String.valueOf(before.resource()).equals(stop.resource())
                    && before.task().equals("migrate_from"));
  }
}
