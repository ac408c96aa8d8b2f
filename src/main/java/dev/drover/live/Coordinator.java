package dev.drover.live;

import dev.drover.execute.ActionResult;
import dev.drover.execute.Bookkeeping;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Order;
import dev.drover.execute.Results;
import dev.drover.execute.StatusDraft;
import dev.drover.execute.Transition;
import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.model.status.NodeState;
import dev.drover.plan.Action;
import dev.drover.plan.Call;
import dev.drover.plan.Conduct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one who decides for all: takes up what happens, decides anew at once, and hands out work.
 *
 * <p>Work that is under way while a new decision is made and that the decision asks for again is
 * not begun a second time; it goes on. Work that nobody asks for any more is let end, unless other
 * work for the same resource supersedes it on its node. So nothing waits for what it does not
 * depend on.
 *
 * <p>A state machine without clock, threads or I/O: every call says when it is. Not for several
 * threads.
 */
public final class Coordinator {
  /** So many decisions in a row of which no work came are taken for a circle. */
  private static final int MAX_ROUNDS = 50;

  private final Hands hands;
  private final Jobs jobs;
  private final List<String> news = new ArrayList<>();
  private Decider decider;
  private Token token;
  private ClusterState state;
  private ClusterState kept;
  private @Nullable Carrying carrying;
  private @Nullable Carrying latest;
  private boolean restless;
  private boolean open;
  private boolean held;

  /** Whether anything was handed out since a state was kept. */
  private boolean handedOut;

  /**
   * Knows what is replicated, and takes up what the nodes tell; {@link #open} begins.
   *
   * @param tenure the epoch and term of this leader
   * @param state what is replicated
   */
  public Coordinator(Decider decider, Hands hands, Token tenure, ClusterState state) {
    this.decider = decider;
    this.hands = hands;
    this.jobs = new Jobs();
    this.token = tenure;
    this.state = state;
    this.kept = state;
  }

  /** What is known now, also what has not been replicated yet. */
  public ClusterState state() {
    return state;
  }

  /** The latest decision's token. */
  public Token token() {
    return token;
  }

  /** True while work is under way. */
  public boolean isBusy() {
    return !jobs.isEmpty();
  }

  /** Whether a node takes part, is not unclean and is not being fenced. */
  public boolean countsOn(String node) {
    NodeState known = Reported.node(state, node);
    return known != null
        && Reported.isIn(known)
        && (latest == null || !latest.unclean().contains(node))
        && !jobs.isFencing(node);
  }

  /** How the latest decision is carried out; empty before the first. */
  public Optional<Conduct> conduct() {
    return Optional.ofNullable(latest).map(Carrying::conduct);
  }

  /**
   * Begins to decide. Until then the nodes can tell what they did and do on behalf of an earlier
   * leader, so that nothing is done twice.
   */
  public void open(Instant now) {
    open = true;
    look(now);
  }

  /** Decides no more until it is opened again; what is under way goes on. */
  public void pause() {
    open = false;
  }

  /** Looks again, and tries again to fence what could not be fenced. */
  public void look(Instant now) {
    jobs.forgetFailures();
    restless = true;
    go(now);
  }

  /** The configuration is another one from now on. */
  public void configured(Configuration configuration, Instant now) {
    state = new ClusterState(configuration, state.status());
    kept = new ClusterState(configuration, kept.status());
    look(now);
  }

  /** Other rules decide from now on. */
  public void ruledBy(Decider other, Instant now) {
    decider = other;
    look(now);
  }

  /** Something is known otherwise from now on, for a reason that people are told. */
  public void change(Consumer<StatusDraft> edit, String why, Instant now) {
    edit(edit);
    news.add(why);
    look(now);
  }

  /** Takes up several events, and decides once after all of them. */
  public void together(List<Runnable> events, Instant now) {
    held = true;
    try {
      events.forEach(Runnable::run);
    } finally {
      held = false;
    }
    go(now);
  }

  /** A node told what it has done and is doing; it takes part from now on. */
  public void reported(NodeReport report, Instant now) {
    NodeState known = Reported.node(state, report.node());
    if (Reported.wasFenced(known, report)) {
      news.add(
          report.node() + " was fenced and runs on: its fence device does not do what it says");
      hands.castOut(report.node());
      handedOut = true;
      go(now);
      return;
    }
    boolean anew = known == null || !report.boot().equals(known.flags().get(NodeReport.BOOT));
    boolean wasThere = known != null && "online".equals(known.process()) && Reported.isIn(known);
    if (anew) {
      jobs.dropOf(report.node());
    }
    if (anew || !wasThere) {
      news.add(report.node() + (anew ? " has come up" : " is back"));
    }
    edit(status -> Reported.takesPart(status, report, anew));
    jobs.fencingEnded(report.node(), true);
    for (Finished finished : report.finished()) {
      hear(finished, now);
    }
    jobs.meet(report, token).forEach(this::begin);
    restless = true;
    go(now);
  }

  /** Nobody hears a node any more. */
  public void lost(String node, Instant now) {
    NodeState known = Reported.node(state, node);
    if (known == null || !Reported.isIn(known)) {
      return;
    }
    jobs.dropOf(node);
    news.add(node + " is lost");
    edit(status -> status.node(node).lost());
    restless = true;
    go(now);
  }

  /** An assignment has ended, or a monitor that recurs found something else than before. */
  public void told(Finished finished, Instant now) {
    hear(finished, now);
    go(now);
  }

  /**
   * Nobody can be given an assignment, and nobody will be: it has failed.
   *
   * @param why for people
   */
  public void undelivered(Assignment assignment, String why, Instant now) {
    Underway job = jobs.remove(assignment);
    if (job != null) {
      take(job, assignment.order(), new ActionResult(ActionResult.ERROR, 1, why), now);
      go(now);
    }
  }

  /** Whether something that was told before this has not come: the node is to report again. */
  public boolean isAhead(Finished finished) {
    return Reported.isAhead(state, finished);
  }

  private void hear(Finished finished, Instant now) {
    Assignment assignment = finished.assignment();
    NodeState teller = Reported.node(state, assignment.order().node());
    if (teller == null || !Reported.isIn(teller)) {
      // It was fenced, and this was on its way before: nothing of it is true any more.
      return;
    }
    if (finished.serial() != Finished.OWN) {
      if (finished.serial() <= Reported.takenUp(teller)) {
        // Told again, because nobody told the node that it is known: a failure counts once.
        return;
      }
      String serial = Long.toString(finished.serial());
      edit(status -> status.node(teller.name()).flags().put(NodeReport.TAKEN_UP, serial));
    }
    Underway job =
        finished.change() || !assignment.token().isSameTenure(token)
            ? null
            : jobs.remove(assignment);
    if (job != null) {
      take(job, finished.order(), finished.result(), now);
    } else {
      news.add(Lines.of(assignment.order(), finished.result()));
      if (finished.result().status() != ActionResult.CANCELLED) {
        edit(status -> Results.write(status, finished.order(), finished.result(), now));
      }
      restless = true;
    }
  }

  /**
   * A fencing job has ended.
   *
   * @param reason which device did it, or why none could
   */
  public void fenced(FenceJob fence, boolean done, String reason, Instant now) {
    Underway job = jobs.remove(fence);
    if (job == null) {
      return;
    }
    news.add(Lines.of(fence, done, reason));
    Action action = job.action;
    Carrying plan = carrying;
    jobs.fencingEnded(fence.target(), done || job.withdrawn);
    if (done && action != null && plan != null) {
      edit(status -> Reported.fenced(status, action, job.boot, plan.recorder.names(), now));
      jobs.dropOf(fence.target());
    } else {
      // It failed, or the node came back meanwhile and will tell when it is up again.
      restless = true;
    }
    if (action != null && plan != null) {
      plan.end(action, done);
    }
    go(now);
  }

  private void take(Underway job, Order order, ActionResult result, Instant now) {
    news.add(Lines.of(order, result));
    // What was superseded has no result of its own: what supersedes it will have one.
    if (result.status() != ActionResult.CANCELLED) {
      edit(status -> Results.write(status, order, result, now));
    }
    boolean met = order.isMetBy(result);
    if (job.action != null && carrying != null) {
      carrying.end(job.action, met);
    }
    restless |= job.action == null || (!met && !job.action.changesNothing());
  }

  /** Decides and hands out until there is nothing more to do than to wait. */
  private void go(Instant now) {
    if (held) {
      return;
    }
    for (int round = 0; open; round++) {
      if (restless) {
        restless = false;
        token = token.next();
        jobs.detach();
        carrying = new Carrying(decider.rule(state, now));
        latest = carrying;
      }
      Carrying plan = carrying;
      if (plan == null) {
        break;
      }
      handOut(plan, now);
      handedOut |= jobs.withdraw(plan::fences, hands);
      Transition.State at = plan.state();
      if (at == Transition.State.ACTIVE && !restless) {
        break;
      }
      if (at == Transition.State.STUCK) {
        news.add("the plan waits for itself: nothing more is done until something changes");
      }
      restless |= at != Transition.State.STUCK && plan.changesSomething();
      carrying = null;
      if (!restless) {
        break;
      }
      if (round >= MAX_ROUNDS) {
        news.add("after " + MAX_ROUNDS + " decisions there is still no end: waiting for a change");
        restless = false;
        break;
      }
    }
    if (state != kept || !news.isEmpty() || handedOut) {
      kept = state;
      handedOut = false;
      hands.keep(state, List.copyOf(news));
      news.clear();
    }
  }

  private void handOut(Carrying plan, Instant now) {
    for (Optional<Action> next = plan.next(jobs); next.isPresent(); next = plan.next(jobs)) {
      Action action = next.get();
      switch (action.kind()) {
        case PSEUDO -> {
          if (action.task().equals("stonith") && action.node() != null) {
            String guest = action.node();
            edit(status -> status.node(guest, true).forgetAll());
          }
          plan.end(action, true);
        }
        case CLUSTER -> {
          edit(status -> Bookkeeping.write(status, plan.recorder.names(), action));
          news.add(Lines.of(action));
          if (action.task().equals("do_shutdown") && action.node() != null) {
            handedOut = true;
            hands.dismiss(action.node());
            // whatever is under way there is not waited for
            restless |= jobs.dropOf(action.node());
          }
          plan.end(action, true);
        }
        case FENCE -> {
          String boot = Reported.boot(state, action.node());
          jobs.fence(action, token, plan.conduct(), boot, news).ifPresent(this::fence);
        }
        case RESOURCE -> order(plan, action, now);
      }
    }
  }

  private void order(Carrying plan, Action action, Instant now) {
    StatusDraft status = new StatusDraft(state);
    Order order = plan.recorder.order(status, action);
    Call call = plan.call(action);
    if (call == null) {
      news.add(Lines.of(order, Carrying.UNKNOWN_RESOURCE));
      plan.end(action, false);
      return;
    }
    Order known = order.with(Map.of("op-digest", call.digest()));
    Optional<Assignment> fresh = jobs.assign(action, known, call, token);
    if (fresh.isPresent()) {
      news.add(Lines.of(action));
      edit(s -> OperationLog.begin(s.node(order.node(), order.remoteNode()), order.entry(), now));
      begin(fresh.get());
    }
  }

  private void fence(FenceJob job) {
    handedOut = true;
    hands.fence(job);
  }

  private void begin(Assignment assignment) {
    handedOut = true;
    hands.begin(assignment);
  }

  private void edit(Consumer<StatusDraft> edit) {
    StatusDraft draft = new StatusDraft(state);
    edit.accept(draft);
    state = draft.toState();
  }
}
