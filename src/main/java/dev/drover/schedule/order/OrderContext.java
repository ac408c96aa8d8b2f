package dev.drover.schedule.order;

import dev.drover.model.fact.Colocation;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier stages found out, as far as order depends on it.
 *
 * @param roots the outermost resources, in configuration order
 * @param items all resources by their ids
 * @param standings how each resource stands; a collective needs an entry only where it is unmanaged
 *     or blocked
 * @param places by primitive id; nowhere where missing
 * @param nodes by node id, in configuration order
 * @param migratable ids of primitives that may be moved live
 * @param undemanding ids of primitives whose start and promotion need neither quorum nor fencing
 * @param withheld why a primitive's start and promotion cannot run now, by its id
 * @param bundles for each bundle, by its id, its replicas in order
 * @param colocations between configured resources; those among a group's members are implied
 */
public record OrderContext(
    List<Item> roots,
    Map<String, Item> items,
    PerItem<Standing> standings,
    Map<String, Place> places,
    Map<String, NodeFact> nodes,
    Set<String> migratable,
    Set<String> undemanding,
    Map<String, String> withheld,
    Map<String, List<Replica>> bundles,
    List<Colocation> colocations) {

  /** The resource of a name, or null for one that is not known. */
  public @Nullable Item item(@Nullable String id) {
    return id == null ? null : items.get(id);
  }

  public Standing standing(Item item) {
    return standings.get(item, Standing.STOPPED);
  }

  public Place place(Item item) {
    return places.getOrDefault(item.id(), Place.NOWHERE);
  }

  /** The facts of a node, or null for one that is not known. */
  public @Nullable NodeFact node(@Nullable String id) {
    return id == null ? null : nodes.get(id);
  }

  /** The name of a node; its id where it is not known. */
  public String nodeName(String id) {
    NodeFact node = nodes.get(id);
    return node == null ? id : node.name();
  }
}
