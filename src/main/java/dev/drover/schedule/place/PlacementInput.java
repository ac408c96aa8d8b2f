package dev.drover.schedule.place;

import dev.drover.model.fact.Colocation;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Standing;
import java.util.List;
import java.util.Map;

/**
 * All that placement reads. Rules have already said what is allowed and wanted; nothing in here is
 * an option.
 *
 * @param nodes every node, in configuration order
 * @param roots the outermost resources, in configuration order (orphans after them)
 * @param standings how each primitive stands; an absent one is {@link Standing#STOPPED}
 * @param traits what rules said of each resource, instances included; an absent one is {@link
 *     Traits#PLAIN}
 * @param preferences how much resources want to be on nodes; every one counts, in any order
 * @param promotionScores what agents said of promoting an instance; only those that count
 * @param promotedPreferences scores for the promoted role only, for a promotable clone or one of
 *     its instances
 * @param colocations what an operator configured, in configuration order, by configured names
 * @param impliedColocations what follows from containers and connections; they do not count for a
 *     resource's group
 * @param bundles for each bundle, by its name, its replicas in order
 * @param strategy what decides between nodes of equal score
 * @param explained whether score lines are wanted
 */
public record PlacementInput(
    List<NodeSeat> nodes,
    List<Item> roots,
    PerItem<Standing> standings,
    PerItem<Traits> traits,
    List<Preference> preferences,
    List<PromotionScore> promotionScores,
    List<Preference> promotedPreferences,
    List<Colocation> colocations,
    List<Colocation> impliedColocations,
    Map<String, List<Replica>> bundles,
    Strategy strategy,
    boolean explained) {
  /** How a primitive stands. */
  public Standing standing(Item item) {
    return standings.get(item, Standing.STOPPED);
  }

  /** What rules said of a resource. */
  public Traits traits(Item item) {
    return traits.get(item, Traits.PLAIN);
  }
}
