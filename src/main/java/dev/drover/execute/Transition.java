package dev.drover.execute;

import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Edge;
import dev.drover.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A plan while it is carried out: says which action may begin next and is told how each ended.
 *
 * <p>Nothing here waits or measures: the same calls in the same order give the same answers.
 * Actions may end in any order. When one fails, what waits for it never begins and nothing else
 * does either, but for pseudo actions and the notifications that follow an action whatever became
 * of it; what is under way is let end.
 */
public final class Transition {
  /** Where the whole stands. */
  public enum State {
    /** Something may begin or is under way. */
    ACTIVE,
    /** Every action ended as the plan expected. */
    COMPLETE,
    /** An action failed or the transition was aborted; nothing more will begin. */
    STOPPED,
    /** Nothing failed and yet nothing more can begin: the plan is in a circle. */
    STUCK
  }

  private static final class Waiting {
    final Action action;
    final int position;
    final Set<Integer> inputs = new HashSet<>();
    final Set<Integer> followers = new HashSet<>();

    Waiting(Action action, int position) {
      this.action = action;
      this.position = position;
    }
  }

  private final Map<Integer, Waiting> byId = new LinkedHashMap<>();
  private final List<Action> order;
  private final TreeSet<Integer> ready = new TreeSet<>();
  private final Map<Integer, Action> underWay = new HashMap<>();
  private int cursor;
  private int ended;
  private boolean stopping;

  /**
   * Prepares a plan.
   *
   * @param order the plan's executed actions in the order in which they are looked at; those ready
   *     first begin first
   */
  public Transition(Plan plan, List<Action> order) {
    this.order = List.copyOf(order);
    for (int i = 0; i < order.size(); i++) {
      byId.put(order.get(i).id(), new Waiting(order.get(i), i));
    }
    for (Edge edge : plan.edges()) {
      Waiting before = byId.get(edge.before());
      Waiting after = byId.get(edge.after());
      if (edge.inGraph() && before != null && after != null) {
        after.inputs.add(edge.before());
        before.followers.add(edge.after());
      }
    }
    byId.values().stream().filter(w -> w.inputs.isEmpty()).forEach(w -> ready.add(w.position));
  }

  /**
   * Takes the next action that may begin; it counts as under way until {@link #end} is called for
   * it.
   *
   * <p>The list is gone through again and again from where the last action was taken, so an action
   * whose turn comes late in the list begins in the same round as one that it waited for.
   *
   * @param room whether there is room for an action that is not pseudo
   * @return empty where nothing may begin now
   */
  public Optional<Action> begin(Predicate<Action> room) {
    Optional<Action> next = first(ready.tailSet(cursor, true), room);
    if (next.isEmpty()) {
      next = first(ready.headSet(cursor, false), room);
    }
    next.ifPresent(
        action -> {
          int position = waiting(action.id()).position;
          ready.remove(position);
          underWay.put(action.id(), action);
          cursor = position + 1;
        });
    return next;
  }

  private Optional<Action> first(Set<Integer> positions, Predicate<Action> room) {
    return positions.stream()
        .map(order::get)
        .filter(this::allowed)
        .filter(action -> action.kind() == ActionKind.PSEUDO || room.test(action))
        .findFirst();
  }

  private boolean allowed(Action action) {
    return action.kind() == ActionKind.PSEUDO || !stopping || followsFailure(action);
  }

  /**
   * Agents are told of what was done even where it failed, so that they can put their own view
   * right.
   */
  private static boolean followsFailure(Action action) {
    return "post".equals(action.parameters().get("notify_type"));
  }

  /**
   * Tells how an action that was begun has ended.
   *
   * @param asExpected whether it ended as the plan expected; where not, the transition begins
   *     nothing more
   * @throws IllegalStateException if the action is not under way
   */
  public void end(Action action, boolean asExpected) {
    if (underWay.remove(action.id()) == null) {
      throw new IllegalStateException("not under way: " + action.key());
    }
    if (asExpected) {
      ended++;
    } else {
      stopping = true;
    }
    for (int follower : waiting(action.id()).followers) {
      Waiting waiting = waiting(follower);
      if (asExpected || followsFailure(waiting.action)) {
        waiting.inputs.remove(action.id());
        if (waiting.inputs.isEmpty()) {
          ready.add(waiting.position);
        }
      }
    }
  }

  /**
   * Lets nothing more begin because the plan no longer fits the cluster; what is under way is let
   * end.
   */
  public void abort() {
    stopping = true;
  }

  /** The actions that were begun and have not ended. */
  public List<Action> underWay() {
    return underWay.values().stream().sorted((a, b) -> Integer.compare(a.id(), b.id())).toList();
  }

  public State state() {
    if (!underWay.isEmpty() || ready.stream().map(order::get).anyMatch(this::allowed)) {
      return State.ACTIVE;
    }
    if (stopping) {
      return State.STOPPED;
    }
    return ended == order.size() ? State.COMPLETE : State.STUCK;
  }

  private Waiting waiting(int id) {
    return Objects.requireNonNull(byId.get(id), () -> "action " + id);
  }
}
