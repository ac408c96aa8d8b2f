package dev.drover.plan;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * @param promotable a clone whose instances can be promoted, or a bundle with such a one inside
 * @param targetRole what the operator asked for; null where nothing
 * @param pending the operation under way (such as {@code Starting}); null where none
 * @param lockedTo the node that a shutdown lock keeps it for, or null
 * @param activeOn names of the nodes it is active on, the first being where it counts as running
 * @param roles the role on each of those nodes, in the order in which they were found
 * @param failedOn names of nodes where it counts as failed
 * @param historyName for an instance of an anonymous clone, or for what is no longer configured,
 *     the name under which a node knows it; null where no node does, or where that is its id
 * @param stopIfFailed a failure of it makes it stop, not only demote or stay as it is
 * @param pendingNode the node that the operation under way is on; null where none
 * @param failedProbes node names to the exit code with which a look for it failed there (such as 5,
 *     not installed); for a clone, that of its instances
 * @param candidates for a clone, names of the nodes that are listed as without an active instance
 * @param bundle what a bundle is made of; null for anything else
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
    @Nullable String historyName,
    boolean stopIfFailed,
    @Nullable String pendingNode,
    Map<String, Integer> failedProbes,
    List<String> candidates,
    @Nullable BundleView bundle,
    List<ResourceView> members) {
  /** The node where it counts as running; null where it is active nowhere. */
  public @Nullable String current() {
    return activeOn.isEmpty() ? null : activeOn.get(0);
  }

  /**
   * Its name for people: what is no longer configured may go by a name that something else has by
   * now.
   */
  public String shownAs() {
    return orphan && unique && historyName != null ? historyName : id;
  }

  /** This resource and everything below it, parents first. */
  public Stream<ResourceView> all() {
    return Stream.concat(Stream.of(this), members.stream().flatMap(ResourceView::all));
  }

  /** The primitives at or below this resource, in order. */
  public Stream<ResourceView> primitives() {
    return all().filter(view -> view.kind() == Kind.PRIMITIVE);
  }
}
