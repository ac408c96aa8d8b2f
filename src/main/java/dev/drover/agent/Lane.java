package dev.drover.agent;

import dev.drover.agent.ResourceAgent.Running;
import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.live.Assignment;
import dev.drover.plan.Call;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The operations of one resource on this node, one after the other. */
final class Lane {
  /** What became of work that other work for the same resource has made pointless. */
  static final ActionResult SUPERSEDED =
      new ActionResult(ActionResult.CANCELLED, 1, "superseded by later work");

  private static final AgentResult DROPPED = new AgentResult(SUPERSEDED, "", Duration.ZERO);

  private final ResourceAgent agents;
  private final Executor turns;
  private final BiConsumer<Assignment, AgentResult> ended;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private @Nullable Job current;

  /** Work that one run of the agent does. */
  private static final class Job {
    /** As it was asked for last: only who leads now waits for it. */
    private Assignment work;

    private @Nullable Running running;
    private boolean superseded;

    private Job(Assignment work) {
      this.work = work;
    }
  }

  /**
   * An empty lane.
   *
   * @param turns the thread that everything here is done on
   * @param ended is given each work once with its result, as it was assigned last
   */
  Lane(ResourceAgent agents, Executor turns, BiConsumer<Assignment, AgentResult> ended) {
    this.agents = agents;
    this.turns = turns;
    this.ended = ended;
  }

  boolean isEmpty() {
    return current == null && waiting.isEmpty();
  }

  /** The latest assignment of each work that has not ended. */
  List<Assignment> all() {
    List<Assignment> all = new ArrayList<>();
    if (current != null) {
      all.add(current.work);
    }
    waiting.forEach(job -> all.add(job.work));
    return all;
  }

  void add(Assignment assignment) {
    Job same = same(assignment);
    if (same != null) {
      same.work = assignment;
      return;
    }
    if (assignment.order().entry().task().equals("stop")) {
      supersede();
    }
    waiting.add(new Job(assignment));
    next();
  }

  private @Nullable Job same(Assignment assignment) {
    if (current != null && !current.superseded && current.work.isSameWork(assignment)) {
      return current;
    }
    return waiting.stream().filter(job -> job.work.isSameWork(assignment)).findFirst().orElse(null);
  }

  private void supersede() {
    List<Job> dropped = List.copyOf(waiting);
    waiting.clear();
    dropped.forEach(job -> ended.accept(job.work, DROPPED));
    if (current != null && current.running != null) {
      current.superseded = true;
      current.running.cancel();
    }
  }

  private void next() {
    Job job = current == null ? waiting.poll() : null;
    if (job == null) {
      return;
    }
    current = job;
    job.running =
        agents.begin(Lane.call(job.work), result -> turns.execute(() -> done(job, result)));
  }

  private void done(Job job, AgentResult result) {
    current = null;
    ended.accept(job.work, job.superseded ? DROPPED : result);
    next();
  }

  /** What an agent is called with. */
  static AgentCall call(Assignment assignment) {
    OperationLog.Entry entry = assignment.order().entry();
    Call call = assignment.call();
    Map<String, String> meta = new LinkedHashMap<>(call.meta());
    meta.put("on_node", assignment.order().node());
    if (entry.source() != null && entry.target() != null) {
      meta.put("migrate_source", entry.source());
      meta.put("migrate_target", entry.target());
    }
    return new AgentCall(
        call.agent(),
        entry.resource(),
        entry.task(),
        Duration.ofMillis(entry.intervalMs()),
        Duration.ofMillis(call.timeoutMs()),
        call.parameters(),
        meta,
        Duration.ofMillis(call.delayMs()));
  }

  /** Ends what runs; what waits never begins. */
  void close() {
    waiting.clear();
    if (current != null && current.running != null) {
      current.running.cancel();
    }
  }
}
