package dev.drover.plan;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.plan.Change.NodeVerb;
import dev.drover.plan.Change.OfNode;
import dev.drover.plan.Change.OfResource;
import dev.drover.plan.Change.ResourceVerb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums a decision up: what happens to each node and resource, told from the actions that are
 * needed.
 *
 * <p>Nodes come first, the one whose action was made last leading; then resources in the order in
 * which they were given their places.
 */
public final class Changes {
  private final Decision decision;
  private final Map<String, NodeView> nodes = new HashMap<>();
  private final Map<String, List<Action>> actions = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();

  private Changes(Decision decision) {
    this.decision = decision;
    decision.before().nodes().forEach(node -> nodes.put(node.name(), node));
    for (Action action : decision.plan().actions()) {
      if (action.resource() != null && action.intervalMs() == 0) {
        actions.computeIfAbsent(action.resource(), id -> new ArrayList<>()).add(action);
      }
    }
  }

  /** The changes that a decision means. */
  public static List<Change> of(Decision decision) {
    Changes all = new Changes(decision);
    decision.plan().actions().stream()
        .filter(action -> action.resource() == null && action.required())
        .sorted(Comparator.comparingInt(Action::id).reversed())
        .forEach(all::addNode);
    decision.before().resources().stream()
        .sorted(decision.plan().byRank())
        .forEach(top -> leaves(top).forEach(view -> all.addResource(view, view.promotable())));
    return List.copyOf(all.changes);
  }

  /** Primitives in the order in which a summary lists them. */
  private static Stream<ResourceView> leaves(ResourceView view) {
    if (view.kind() == Kind.PRIMITIVE) {
      return Stream.of(view);
    }
    BundleView bundle = view.bundle();
    if (bundle == null) {
      return view.members().stream().flatMap(Changes::leaves);
    }
    Map<String, ResourceView> byId = new HashMap<>();
    view.primitives().forEach(part -> byId.put(part.id(), part));
    return bundle.replicas().stream()
        .flatMap(it -> Stream.of(it.address(), it.container(), it.connection(), it.service()))
        .filter(Objects::nonNull)
        .map(byId::get)
        .filter(Objects::nonNull);
  }

  private void addNode(Action action) {
    String name = Objects.requireNonNullElse(action.node(), "<none>");
    NodeView node = nodes.get(name);
    String container = node == null ? null : node.container();
    switch (action.task()) {
      case "stonith" ->
          changes.add(
              new OfNode(
                  NodeVerb.FENCE,
                  name,
                  action.parameters().get("stonith_action"),
                  container,
                  action.reason()));
      case "do_shutdown" ->
          changes.add(new OfNode(NodeVerb.SHUT_DOWN, name, null, container, action.reason()));
      default -> {
        // Anything else that is done to a node is a step on the way, no change.
      }
    }
  }

  private void addResource(ResourceView view, boolean promotable) {
    Outcome outcome = decision.outcomes().get(view.id());
    String current = view.current();
    String next = outcome == null ? null : outcome.node();
    if (!view.managed() || (current == null && next == null)) {
      return;
    }
    Role role = roleOf(view, promotable);
    Role nextRole = outcome == null ? Role.STOPPED : outcome.nextRole();
    ResourceChange change = new ResourceChange(view, role, nextRole, current, next);
    if (role != nextRole) {
      change.inNewRole();
    } else if (next != null) {
      change.inSameRole();
    }
  }

  /**
   * The role that a resource has now: what is active has at least started, and where it could be
   * promoted it then is unpromoted.
   */
  private static Role roleOf(ResourceView view, boolean promotable) {
    Role role = view.current() != null && !view.role().isActive() ? Role.STARTED : view.role();
    return promotable && role == Role.STARTED ? Role.UNPROMOTED : role;
  }

  /** One resource's change while it is being told from its actions. */
  private final class ResourceChange {
    private final ResourceView view;
    private final Role role;
    private final Role nextRole;
    private final @Nullable String current;
    private final @Nullable String next;
    private final boolean moving;
    private final @Nullable Action start;
    private final @Nullable Action stop;
    private final @Nullable Action promote;
    private final @Nullable Action demote;

    ResourceChange(
        ResourceView view,
        Role role,
        Role nextRole,
        @Nullable String current,
        @Nullable String next) {
      this.view = view;
      this.role = role;
      this.nextRole = nextRole;
      this.current = current;
      this.next = next;
      moving = current != null && next != null && !current.equals(next);
      start = find("start", next);
      // A start that cannot run means that any stop, wherever it is, is the news.
      Action stopHere = find("stop", start != null && start.runnable() ? current : null);
      stop = stopHere == null && view.activeOn().size() > 1 ? find("stop", null) : stopHere;
      promote = find("promote", next);
      demote = find("demote", next);
    }

    void inSameRole() {
      Action migrate = find("migrate_from", next);
      if (migrate != null && current != null && migrate.runnable()) {
        add(ResourceVerb.MIGRATE, current, next, start, start);
      } else if (reloads()) {
        add(ResourceVerb.RELOAD, current, next, start, start);
      } else if (start == null || !start.required()) {
        if (demote != null && promote != null && demote.required() && promote.required()) {
          add(ResourceVerb.REPROMOTE, current, next, promote, demote);
        }
      } else if (!start.runnable()) {
        add(
            ResourceVerb.STOP,
            current,
            null,
            stop,
            stop == null || stop.reason() == null ? start : stop);
      } else if (moving) {
        add(view.failed() ? ResourceVerb.RECOVER : ResourceVerb.MOVE, current, next, stop, stop);
      } else if (view.failed()) {
        add(ResourceVerb.RECOVER, current, next, stop, stop);
      } else {
        add(ResourceVerb.RESTART, current, next, start, start);
      }
    }

    void inNewRole() {
      if (stop != null && (nextRole == Role.STOPPED || (start != null && !start.runnable()))) {
        for (String node : view.activeOn()) {
          Action stopThere = find("stop", node);
          boolean ownReason = start == null || (stopThere != null && stopThere.reason() != null);
          add(ResourceVerb.STOP, node, null, stopThere, ownReason ? stopThere : start);
        }
      } else if (stop != null && view.failed() && view.stopIfFailed()) {
        add(ResourceVerb.RECOVER, current, next, stop, start);
      } else if (moving) {
        add(ResourceVerb.MOVE, current, next, stop, stop);
      } else if (reloads()) {
        add(ResourceVerb.RELOAD, current, next, start, start);
      } else if (stop != null && stop.required()) {
        add(ResourceVerb.RESTART, current, next, start, start);
      } else if (role == Role.PROMOTED) {
        add(ResourceVerb.DEMOTE, current, next, demote, demote);
      } else if (nextRole == Role.PROMOTED) {
        add(ResourceVerb.PROMOTE, current, next, promote, promote);
      } else if (!role.isActive() && nextRole.isActive()) {
        add(ResourceVerb.START, current, next, start, start);
      }
    }

    private boolean reloads() {
      Action reload = find("reload-agent", next);
      return reload != null && reload.required();
    }

    /**
     * The oldest action of a task on a node; one without a node is on every node, and no node
     * stands for any.
     */
    private @Nullable Action find(String task, @Nullable String node) {
      for (Action action : actions.getOrDefault(view.id(), List.of())) {
        if (action.task().equals(task)
            && (node == null || action.node() == null || action.node().equals(node))) {
          return action;
        }
      }
      return null;
    }

    /**
     * Adds a change whose action says whether it can be done, and whose source says why; neither
     * must be there.
     */
    private void add(
        ResourceVerb verb,
        @Nullable String from,
        @Nullable String to,
        @Nullable Action action,
        @Nullable Action source) {
      boolean blocked = action != null && !action.runnable();
      Action why = source == null ? action : source;
      String reason = why == null ? null : why.reason();
      changes.add(new OfResource(verb, view.shownAs(), role, nextRole, from, to, blocked, reason));
    }
  }
}
