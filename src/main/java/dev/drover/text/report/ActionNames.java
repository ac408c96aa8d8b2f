package dev.drover.text.report;

import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.ResourceView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What actions and their resources are called outside: an anonymous instance goes by the name that
 * nodes know.
 */
final class ActionNames {
  private record Known(ResourceView view, boolean unique) {}

  private final Map<String, Known> resources = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  ActionNames(Decision decision) {
    decision.before().resources().forEach(view -> add(view, Family.NONE));
  }

  private void add(ResourceView view, Family family) {
    Family own = family.below(view);
    resources.put(view.id(), new Known(view, own.unique()));
    names.add(view.id());
    if (view.historyName() != null) {
      names.add(view.historyName());
    }
    view.members().forEach(member -> add(member, own));
  }

  /** The resource that an action is about; null where it is about none that is known. */
  @Nullable ResourceView resource(Action action) {
    Known known = resources.get(action.resource());
    return known == null ? null : known.view();
  }

  /** The key that executors are given; of a notification, it says what the agents are told. */
  String key(Action action) {
    String known = knownAs(action);
    Map<String, String> parameters = action.parameters();
    if (known == null) {
      return action.key();
    }
    return switch (action.task()) {
      case "notify" ->
          known + notice(parameters.get("notify_type"), parameters.get("notify_operation"));
      case "notified" -> known + "_notified_0";
      default -> known + rest(action);
    };
  }

  /** The key in a graph; of a notification, it says what the notification goes with. */
  private String graphKey(Action action) {
    String known = knownAs(action);
    String about = action.parameters().get("notify_key_operation");
    if (known == null) {
      return action.key();
    }
    return about == null
        ? known + rest(action)
        : known + notice(action.parameters().get("notify_key_type"), about);
  }

  private static String notice(@Nullable String type, @Nullable String about) {
    return "_" + type + "_notify_" + about + "_0";
  }

  private static String rest(Action action) {
    return action.key().substring(String.valueOf(action.resource()).length());
  }

  /** The name by which nodes know the resource of an action, where that is not in its key. */
  private @Nullable String knownAs(Action action) {
    ResourceView view = resource(action);
    boolean same =
        view == null
            || view.id().equals(view.historyName())
            || !action.key().startsWith(action.resource() + "_");
    return view == null || same ? null : view.historyName();
  }

  /** The name in a graph: key and node. */
  String graphName(Action action) {
    String host =
        action.node() == null && action.kind() != ActionKind.PSEUDO ? "<none>" : action.node();
    String name = graphKey(action);
    if (action.task().equals("cancel")) {
      name = "Cancel " + name;
    } else if (action.task().equals("stonith")) {
      name = "stonith '" + action.parameters().get("stonith_action") + "'";
    } else if (action.resource() == null && host != null) {
      name = action.task();
    }
    return host == null ? name : name + " " + host;
  }

  /**
   * The name under which a resource is configured, without the instance number unless the instances
   * differ.
   */
  @Nullable String configuredName(Action action) {
    Known known = resources.get(action.resource());
    if (known == null) {
      return action.resource();
    }
    ResourceView view = known.view();
    if (view.orphan() && view.historyName() != null) {
      return view.historyName();
    }
    return known.unique() ? view.id() : view.baseName();
  }

  /** The other name of a resource, with which a node may know it; null where there is no other. */
  @Nullable String longName(Action action) {
    ResourceView view = resource(action);
    String configured = configuredName(action);
    if (view == null) {
      return null;
    }
    String history = view.historyName();
    String other =
        view.orphan() || history == null || history.equals(configured) ? view.shownAs() : history;
    return other.equals(configured) ? null : other;
  }

  /** The name that a report of the execution uses: as configured, unless no node knows that. */
  @Nullable String executedName(Action action) {
    String configured = configuredName(action);
    String other = longName(action);
    return configured == null || names.contains(configured) || other == null ? configured : other;
  }
}
