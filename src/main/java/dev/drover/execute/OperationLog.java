package dev.drover.execute;

import dev.drover.model.Agent;
import dev.drover.model.Role;
import dev.drover.model.status.OperationRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a resource agent's results into a node's operation history, in the form in which nodes
 * report them.
 */
public final class OperationLog {
  /** The exit code of a service that runs as wanted, or of an action that worked. */
  public static final int OK = 0;

  /** The exit code of a service that does not run. */
  public static final int NOT_RUNNING = 7;

  /** The exit code of a monitor that finds a service promoted. */
  public static final int PROMOTED = 8;

  private static final Set<String> MIGRATION = Set.of("migrate_to", "migrate_from");
  private static final String LAST_FAILURE = "_last_failure_0";
  private static final int PENDING = -1;

  /** What stands for the exit code of an operation that has none yet. */
  private static final int NO_CODE_YET = 193;

  /**
   * What may make a service active, and so counts from its beginning. Of anything else the record
   * before holds until there is a result: a service that is being stopped is active.
   */
  private static final Set<String> ACTIVATING =
      Set.of("start", "promote", "migrate_to", "migrate_from");

  // Nobody asked for a simulated action by way of a real transition.
  private static final String UNKNOWN_TRANSITION = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  private OperationLog() {}

  /**
   * What an agent did.
   *
   * @param resource the name that the node is to know the resource by
   * @param heading the name of the history that it is added to; usually the same
   * @param task {@code start}, {@code monitor}, …
   * @param intervalMs in milliseconds; 0 for one that does not recur
   * @param notification for a notification, what it tells of, such as {@code pre_notify_start};
   *     else null
   * @param source for a migration, the node it leaves
   * @param target for a migration, the node it reaches
   */
  public record Entry(
      String resource,
      String heading,
      @Nullable Agent agent,
      String task,
      long intervalMs,
      int expectedRc,
      @Nullable String notification,
      @Nullable String source,
      @Nullable String target) {
    /** An operation that neither migrates nor notifies. */
    public static Entry plain(
        String resource,
        String heading,
        @Nullable Agent agent,
        String task,
        long intervalMs,
        int expectedRc) {
      return new Entry(resource, heading, agent, task, intervalMs, expectedRc, null, null, null);
    }
  }

  /** What a monitor says that finds a service in a role. */
  public static int exitCode(Role role) {
    return !role.isActive() ? NOT_RUNNING : role == Role.PROMOTED ? PROMOTED : OK;
  }

  /** Adds a result to a node's history, of which nobody knows the parameters. */
  public static void add(NodeDraft node, Entry entry, ActionResult result, Instant now) {
    add(node, entry, result, Map.of(), now);
  }

  /**
   * Adds a result to a node's history.
   *
   * @param digests of the parameters that it ran with, by the names under which they are kept
   */
  public static void add(
      NodeDraft node, Entry entry, ActionResult result, Map<String, String> digests, Instant now) {
    // A reloaded service has run with its new parameters since then, which is what a start means to
    // the rules.
    boolean reload = entry.task.equals("reload") || entry.task.equals("reload-agent");
    String task = reload ? result.status() == ActionResult.DONE ? "start" : "monitor" : entry.task;
    String last = entry.resource + "_last_0";
    String key = entry.resource + "_" + task + "_" + entry.intervalMs;
    // One that is pending has no number yet, and ran before this one all the same.
    int latest =
        node.operations(entry.heading).stream().mapToInt(OperationRecord::callId).max().orElse(0);
    int callId = 1 + Math.max(0, latest);
    if (entry.notification != null) {
      String id = entry.resource + "_" + entry.notification + "_0";
      put(node, entry, id, key, task, callId, ActionResult.exited(OK), digests, now);
    } else if (MIGRATION.contains(task)) {
      put(node, entry, key, key, task, callId, result, digests, now);
    } else if (isFailure(result, entry.expectedRc)) {
      put(node, entry, entry.resource + LAST_FAILURE, key, task, callId, result, digests, now);
      if (entry.intervalMs == 0) {
        put(node, entry, last, key, task, callId, result, digests, now);
      }
    } else {
      put(node, entry, entry.intervalMs > 0 ? key : last, key, task, callId, result, digests, now);
    }
  }

  /**
   * Notes that an operation has begun, where that counts; its result takes the note's place. One
   * that is noted is active to the rules, so that nothing starts elsewhere before it is stopped.
   */
  public static void begin(NodeDraft node, Entry entry, Instant now) {
    if (!ACTIVATING.contains(entry.task)) {
      return;
    }
    String key = entry.resource + "_" + entry.task + "_" + entry.intervalMs;
    String id = MIGRATION.contains(entry.task) ? key : entry.resource + "_last_0";
    ActionResult none = new ActionResult(PENDING, NO_CODE_YET, "");
    put(node, entry, id, key, entry.task, -1, none, Map.of(), now);
  }

  /** True for the record of the last failure, which is kept until somebody has it forgotten. */
  public static boolean isFailure(OperationRecord operation) {
    return operation.id().endsWith(LAST_FAILURE);
  }

  /** True for a live migration that failed; it is recorded under its own name all the same. */
  public static boolean isFailedMigration(OperationRecord operation) {
    return MIGRATION.contains(operation.operation()) && operation.rc() != OK;
  }

  private static boolean isFailure(ActionResult result, int expectedRc) {
    return result.status() > ActionResult.CANCELLED
        || result.status() == ActionResult.DONE && result.rc() != expectedRc;
  }

  private static void put(
      NodeDraft node,
      Entry entry,
      String id,
      String key,
      String task,
      int callId,
      ActionResult result,
      Map<String, String> digests,
      Instant now) {
    Map<String, String> attributes = new LinkedHashMap<>(digests);
    attributes.put("on_node", node.name());
    String transition = "%d:-1:%d:%s".formatted(callId, entry.expectedRc, UNKNOWN_TRANSITION);
    OperationRecord operation =
        new OperationRecord(
            id,
            key,
            task,
            entry.intervalMs,
            callId,
            result.status(),
            result.rc(),
            entry.expectedRc,
            transition,
            now.getEpochSecond(),
            now.getEpochSecond(),
            result.exitReason(),
            entry.source,
            entry.target,
            attributes);
    node.record(entry.heading, entry.agent, operation);
  }

  /**
   * Counts a failure in the node's transient attributes.
   *
   * @param infinite whether it counts as failed for good
   */
  public static void countFailure(
      NodeDraft node,
      String resource,
      String task,
      long intervalMs,
      boolean infinite,
      Instant now) {
    String operation = resource + "#" + task + "_" + intervalMs;
    String name = "fail-count-" + operation;
    node.attributes().put(name, infinite ? "INFINITY" : plusOne(node.attributes().get(name)));
    node.attributes().put("last-failure-" + operation, Long.toString(now.getEpochSecond()));
  }

  private static String plusOne(@Nullable String count) {
    if (count == null || !count.matches("INFINITY|\\d{1,9}")) {
      return "1";
    }
    return count.equals("INFINITY") ? count : Integer.toString(Integer.parseInt(count) + 1);
  }
}
