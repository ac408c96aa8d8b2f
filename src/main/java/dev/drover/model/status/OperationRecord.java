package dev.drover.model.status;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last result of one operation of a resource on a node.
 *
 * @param id its identifier, such as {@code rsc1_last_failure_0}
 * @param key what was done, such as {@code rsc1_monitor_10000}
 * @param operation the operation's name
 * @param intervalMs the interval in milliseconds; 0 for one that does not recur
 * @param callId the number the node gave it; higher ran later; −1 while it is pending
 * @param status how it ended, as a number: −1 pending, 0 done, 1 cancelled, 2 timeout, 3 not
 *     supported, 4 error, 5 hard error, 6 fatal error, 7 not installed, 8 not connected, 9 invalid,
 *     10 no fence device, 11 no secrets
 * @param rc the agent's exit code
 * @param expectedRc the exit code that was expected; −1 where that is not known
 * @param transitionKey who asked for it ({@code action:transition:expected:uuid}); empty where not
 *     known
 * @param lastRun when it ran last, in seconds since 1970; 0 where not known
 * @param lastChange when its result changed last, in seconds since 1970; 0 where not known
 * @param exitReason why it failed, in the agent's words; empty where it gave none
 * @param migrateSource for a migration, where from
 * @param migrateTarget for a migration, where to
 * @param attributes the rest, under the names they were recorded by (digests, {@code on_node},
 *     times …)
 */
public record OperationRecord(
    String id,
    String key,
    String operation,
    long intervalMs,
    int callId,
    int status,
    int rc,
    int expectedRc,
    String transitionKey,
    long lastRun,
    long lastChange,
    String exitReason,
    @Nullable String migrateSource,
    @Nullable String migrateTarget,
    Map<String, String> attributes) {}
