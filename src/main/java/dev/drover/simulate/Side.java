package dev.drover.simulate;

import dev.drover.execute.ActionRecorder;
import dev.drover.execute.ExecutionOrder;
import dev.drover.execute.Room;
import dev.drover.execute.StatusDraft;
import dev.drover.execute.Transition;
import dev.drover.model.ClusterState;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Members that hear each other: what they know of the cluster, and the plan that they are carrying
 * out.
 */
final class Side {
  /** A plan under way. */
  static final class Carrying {
    final Decision decision;
    final Transition transition;
    final ActionRecorder recorder;
    private final Room room;
    final Instant began;
    final List<Performed> performed = new ArrayList<>();

    Carrying(Decision decision, Instant began) {
      this.decision = decision;
      this.began = began;
      transition =
          new Transition(decision.plan(), ExecutionOrder.of(decision.before(), decision.plan()));
      room = new Room(decision.conduct());
      recorder = new ActionRecorder(decision);
    }

    /** The next action that may begin. */
    Optional<Action> next() {
      return transition.begin(
          action ->
              room.isFor(
                  action,
                  transition.underWay().stream()
                      .filter(other -> other.kind() == ActionKind.RESOURCE)
                      .map(Room.Work::of)
                      .toList()));
    }
  }

  private List<String> members;
  private ClusterState state;

  /** Whether something changed since the last decision. */
  boolean restless = true;

  @Nullable Carrying carrying;

  @Nullable Decision lastDecision;

  /** How often in a row fencing a node went wrong. */
  final Map<String, Integer> fencingFailures = new HashMap<>();

  Side(List<String> members, ClusterState state) {
    this.members = List.copyOf(members);
    this.state = state;
  }

  List<String> members() {
    return members;
  }

  ClusterState state() {
    return state;
  }

  boolean has(String node) {
    return members.contains(node);
  }

  /** Changes who belongs to it; a plan under way no longer fits then. */
  void members(List<String> names) {
    if (!members.equals(names)) {
      members = List.copyOf(names);
      disturb();
    }
  }

  /** Forgets a member that left as was meant, so that nobody calls it lost. */
  void dismiss(String node) {
    members(members.stream().filter(member -> !member.equals(node)).toList());
  }

  void change(ClusterState newState) {
    state = newState;
    restless = true;
  }

  void change(Consumer<StatusDraft> edit) {
    StatusDraft draft = new StatusDraft(state);
    edit.accept(draft);
    change(draft.toState());
  }

  /** Something happened that the plan under way did not know of. */
  void disturb() {
    restless = true;
    if (carrying != null) {
      carrying.transition.abort();
    }
  }
}
