package dev.drover.live;

import dev.drover.execute.FenceOrder;
import dev.drover.execute.Order;
import dev.drover.execute.Room;
import dev.drover.model.fact.Bound;
import dev.drover.plan.Action;
import dev.drover.plan.Call;
import dev.drover.plan.Conduct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was handed out and has not ended, and how often fencing went wrong. */
final class Jobs {
  private final Map<Long, Underway> underWay = new LinkedHashMap<>();
  private final Map<String, Integer> fencingFailures = new HashMap<>();
  private long last;

  boolean isEmpty() {
    return underWay.isEmpty();
  }

  /**
   * Takes out what a result is about. A leader that began anew counts from 1 again in the same time
   * in office, so a number alone may be that of other work.
   *
   * @return null where nothing of that kind is under way by that number
   */
  @Nullable Underway remove(Assignment ended) {
    Underway job = underWay.get(ended.number());
    return job != null && job.assignment != null && job.assignment.isSameWork(ended)
        ? underWay.remove(ended.number())
        : null;
  }

  /** The same for fencing. */
  @Nullable Underway remove(FenceJob ended) {
    Underway job = underWay.get(ended.number());
    return job != null && ended.equals(job.fence) ? underWay.remove(ended.number()) : null;
  }

  /** No plan asks for anything any more. */
  void detach() {
    underWay.values().forEach(job -> job.action = null);
  }

  /** Nobody will tell what became of a node's work. */
  boolean dropOf(String node) {
    return underWay
        .values()
        .removeIf(job -> job.assignment != null && job.assignment.order().node().equals(node));
  }

  /** What agents do. */
  List<Room.Work> works() {
    return orders().map(order -> new Room.Work(order.entry().task(), order.node())).toList();
  }

  /** Whether somebody does already what an action asks for, as far as can be told by its name. */
  boolean isUnderWay(Action action) {
    return orders()
        .anyMatch(
            order ->
                order.node().equals(action.node())
                    && order.entry().task().equals(action.task())
                    && order.entry().resource().equals(action.resource()));
  }

  private Stream<Order> orders() {
    return underWay.values().stream()
        .flatMap(job -> Stream.ofNullable(job.assignment))
        .map(Assignment::order);
  }

  /** Whether a node is being fenced, whether a plan still asks for that or not. */
  boolean isFencing(String node) {
    return underWay.values().stream()
        .map(job -> job.fence)
        .anyMatch(
            fence -> fence != null && fence.target().equals(node) && !fence.action().equals("on"));
  }

  /** The work for an action; empty where it is under way already. */
  Optional<Assignment> assign(Action action, Order order, Call call, Token token) {
    Assignment fresh = new Assignment(token, last + 1, order, call);
    for (Underway job : underWay.values()) {
      if (job.action == null && job.assignment != null && job.assignment.isSameWork(fresh)) {
        job.action = action;
        return Optional.empty();
      }
    }
    underWay.put(++last, Underway.of(fresh, action));
    return Optional.of(fresh);
  }

  /**
   * The job for a fencing action; empty where it is under way already, or was tried too often:
   * whatever waits for it waits then until something changes.
   *
   * @param boot which start of the node's agent is to end
   */
  Optional<FenceJob> fence(
      Action action, Token token, Conduct conduct, String boot, List<String> news) {
    FenceOrder order = FenceOrder.of(action);
    String target = order.target();
    for (Underway job : underWay.values()) {
      FenceJob known = job.fence;
      if (known != null && known.target().equals(target) && known.action().equals(order.verb())) {
        job.action = action;
        return Optional.empty();
      }
    }
    int failures = fencingFailures.getOrDefault(target, 0);
    int most = conduct.most(Bound.FENCING_ATTEMPTS);
    if (failures >= most) {
      news.add("gave up fencing " + target + " after " + most + " attempts");
      return Optional.empty();
    }
    news.add(Lines.of(action));
    FenceJob fresh =
        new FenceJob(
            token,
            ++last,
            target,
            order.verb(),
            order.delay().plusSeconds(failures).toMillis(),
            failures,
            conduct.fencingTime().toMillis());
    underWay.put(last, Underway.of(fresh, action, boot));
    return Optional.of(fresh);
  }

  void fencingFailed(String node) {
    fencingFailures.merge(node, 1, Integer::sum);
  }

  void fencingSucceeded(String node) {
    fencingFailures.remove(node);
  }

  void forgetFailures() {
    fencingFailures.clear();
  }

  /**
   * Compares what a node says is under way with what was handed out to it.
   *
   * @return what to send it: its own work taken over from another leader, and work that it has not
   *     heard of
   */
  List<Assignment> meet(NodeReport report, Token token) {
    List<Assignment> toSend = new ArrayList<>();
    for (Map.Entry<Long, Underway> job : List.copyOf(underWay.entrySet())) {
      Assignment mine = job.getValue().assignment;
      if (mine == null || !mine.order().node().equals(report.node())) {
        continue;
      }
      if (report.underWay().stream().noneMatch(theirs -> theirs.isSameWork(mine))) {
        underWay.remove(job.getKey());
        toSend.add(take(mine.as(token, last + 1), job.getValue().action));
      }
    }
    for (Assignment theirs : report.underWay()) {
      boolean mine =
          underWay.values().stream()
              .anyMatch(job -> job.assignment != null && job.assignment.isSameWork(theirs));
      if (!mine) {
        toSend.add(take(theirs.as(token, last + 1), null));
      }
    }
    return toSend;
  }

  private Assignment take(Assignment assignment, @Nullable Action action) {
    underWay.put(++last, Underway.of(assignment, action));
    return assignment;
  }
}
