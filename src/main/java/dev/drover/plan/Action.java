package dev.drover.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that could be done.
 *
 * <p>A plan holds every action that was considered: those to do ({@link #executed}), those that
 * would be needed but cannot run, and those that are not needed.
 *
 * @param id its number in the plan, from 1, in the order of creation
 * @param key its name, such as {@code web_start_0}; unique together with the node
 * @param resource the resource it acts on, or null
 * @param task {@code start}, {@code stop}, {@code monitor}, {@code stonith}, {@code running}, …
 * @param intervalMs the interval in milliseconds; 0 for one that does not recur
 * @param node the name of the node it is for; null for a collective's pseudo actions
 * @param required whether it must be done
 * @param runnable whether it can be done
 * @param inGraph whether it is carried out or waited for in this plan
 * @param parameters what goes with it: the fencing verb under {@code stonith_action}, notification
 *     environment, timeout
 * @param reason why, in the words of the report; null where no reason was given
 */
public record Action(
    int id,
    ActionKind kind,
    String key,
    @Nullable String resource,
    String task,
    long intervalMs,
    @Nullable String node,
    boolean required,
    boolean runnable,
    boolean inGraph,
    boolean migrationAbort,
    Map<String, String> parameters,
    @Nullable String reason) {
  /** The parameter that says how many seconds to wait before a node is fenced. */
  public static final String DELAY = "delay";

  /** The parameter that says how many milliseconds an agent's call waits before it begins. */
  public static final String WAIT = "start_delay";

  /** The parameter that says how many milliseconds an agent may take. */
  public static final String TIMEOUT = "timeout";

  /**
   * The task of telling remote and guest nodes of their maintenance; its parameters are their
   * names, each with {@code true} where maintenance begins and {@code false} where it ends.
   */
  public static final String TELL_MAINTENANCE = "maintenance_nodes";

  /**
   * True where everything is as it was once this is done: it marks a point in the order, or tells
   * instances of a clone something.
   */
  public boolean changesNothing() {
    return kind == ActionKind.PSEUDO || task.equals("notify");
  }

  /** True for an action that a transition carries out. */
  public boolean executed() {
    return inGraph && runnable;
  }
}
