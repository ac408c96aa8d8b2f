package dev.drover.raft;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a member brings along.
 *
 * @param self this member
 * @param keys its certificate, of the role {@code member} or {@code witness}; may be renewed
 * @param settings how it replicates
 * @param applier what entries do
 * @param watcher who is told who leads
 * @param listed who may take part; whoever else has a member's certificate was taken off the list
 * @param further where else members are reached, this one included: the hosts of their further
 *     links, each on the member's port
 */
public record Setup(
    Member self,
    KeyRing keys,
    Settings settings,
    Applier applier,
    Watcher watcher,
    Predicate<Peer> listed,
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
