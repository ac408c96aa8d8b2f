package dev.drover.raft;

import dev.drover.keys.KeyRing;
import java.util.List;
import java.util.Map;

/**
 * What a member brings along.
 *
 * @param self this member
 * @param keys its certificate, of the role {@code member} or {@code witness}; may be renewed
 * @param settings how it replicates
 * @param applier what entries do
 * @param watcher who is told who leads
 * @param further where else members are reached, this one included: the hosts of their further
 *     links, each on the member's port
 */
public record Setup(
    Member self,
    KeyRing keys,
    Settings settings,
    Applier applier,
    Watcher watcher,
    Map<Member, List<String>> further) {
  /** Copies the map. */
  public Setup {
    further = Map.copyOf(further);
  }

  /** The hosts of a member's further links. */
  List<String> further(Member member) {
    return further.getOrDefault(member, List.of());
  }
}
