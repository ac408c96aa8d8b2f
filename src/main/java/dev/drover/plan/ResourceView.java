package dev.drover.plan;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a resource stands, as the rules judged it, with its members below it.
 *
 * @param id its name; a clone's instances carry a number, such as {@code web:0}
 * @param baseName the name without an instance number
 * @param role the highest role it has anywhere
 * @param orphan in the history but no longer configured
 * @param blocked must not be touched after a failure
 * @param failureIgnored failed, but its failures do not matter
 * @param unique a clone whose instances differ, or one of those instances
 * @param targetRole what the operator asked for; null where nothing
 * @param pending the operation under way (such as {@code Starting}); null where none
 * @param lockedTo the node that a shutdown lock keeps it for, or null
 * @param activeOn names of the nodes it is active on, the first being where it counts as running
 * @param roles the role on each of those nodes
 * @param failedOn names of nodes where it counts as failed
 */
public record ResourceView(
    String id,
    String baseName,
    Kind kind,
    @Nullable Agent agent,
    Role role,
    boolean orphan,
    boolean managed,
    boolean maintenance,
    boolean blocked,
    boolean failed,
    boolean failureIgnored,
    boolean unique,
    boolean promotable,
    @Nullable Role targetRole,
    @Nullable String pending,
    @Nullable String lockedTo,
    List<String> activeOn,
    Map<String, Role> roles,
    List<String> failedOn,
    List<ResourceView> members) {}
