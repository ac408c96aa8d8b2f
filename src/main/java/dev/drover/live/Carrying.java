package dev.drover.live;

import dev.drover.execute.ActionRecorder;
import dev.drover.execute.ActionResult;
import dev.drover.execute.ExecutionOrder;
import dev.drover.execute.Room;
import dev.drover.execute.Transition;
import dev.drover.plan.Action;
import dev.drover.plan.Call;
import dev.drover.plan.Conduct;
import dev.drover.plan.NodeView;
import dev.drover.plan.Ruling;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ruling while it is carried out. */
final class Carrying {
  /** Of an action for which there is no call. */
  static final ActionResult UNKNOWN_RESOURCE =
      new ActionResult(ActionResult.ERROR, 1, "nothing is known of the resource any more");

  final ActionRecorder recorder;
  private final Ruling ruling;
  private final Transition transition;
  private final Room room;
  private final Set<String> unclean;

  Carrying(Ruling ruling) {
    this.ruling = ruling;
    recorder = new ActionRecorder(ruling.decision());
    transition =
        new Transition(
            ruling.decision().plan(),
            ExecutionOrder.of(ruling.decision().before(), ruling.decision().plan()));
    room = new Room(conduct());
    unclean =
        ruling.decision().before().nodes().stream()
            .filter(node -> node.unclean() != null)
            .map(NodeView::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What the agent is given for an action; null where no resource of that name is known. */
  @Nullable Call call(Action action) {
    return ruling.calls().get(action.id());
  }

  /** The names of nodes that the rules find unclean. */
  Set<String> unclean() {
    return unclean;
  }

  /** True where there may be more to decide once it has been carried out. */
  boolean changesSomething() {
    return ruling.decision().plan().changesSomething();
  }

  /** How it is to be carried out. */
  Conduct conduct() {
    return ruling.decision().conduct();
  }

  /** The next action that may begin, beside what is under way, this plan's or not. */
  Optional<Action> next(Jobs jobs) {
    return transition.begin(action -> jobs.isUnderWay(action) || room.isFor(action, jobs.works()));
  }

  void end(Action action, boolean asExpected) {
    transition.end(action, asExpected);
  }

  Transition.State state() {
    return transition.state();
  }
}
