package dev.drover.schedule;

import static java.util.Objects.requireNonNull;

import dev.drover.model.Kind;
import dev.drover.model.Score;
import dev.drover.schedule.assess.Readings;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.NodeTable;
import dev.drover.schedule.place.PromotionScore;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.ItemNodes;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Promotion scores that agents left as node attributes, such as {@code master-web} or {@code
 * master-web:0}.
 */
final class PromotionScores {
  private final Given given;
  private final Readings readings;
  private final PerItem<Standing> standings;
  private final ItemNodes known;

  PromotionScores(Given given, Readings readings, PerItem<Standing> standings) {
    this.given = given;
    this.readings = readings;
    this.standings = standings;
    this.known = readings.known();
  }

  /** Only those that count for the instance on the node. */
  List<PromotionScore> all() {
    List<PromotionScore> scores = new ArrayList<>();
    List<Item> items =
        given.resources().all().stream().filter(PromotionScores::isPromotable).toList();
    for (Item item : items) {
      Item clone = requireNonNull(item.enclosingClone());
      for (NodeTable.Entry node : given.nodes().all()) {
        String value = attribute(item, requireNonNull(clone.shape()).unique(), node.attributes());
        if (value != null && (isBundled(item) || applies(item, clone, node.id()))) {
          scores.add(new PromotionScore(item.id(), node.id(), Score.parse(value, Score.ZERO)));
        }
      }
    }
    return scores;
  }

  private static boolean isPromotable(Item item) {
    Item clone = item.enclosingClone();
    return item.isPrimitive()
        && clone != null
        && clone.shape() != null
        && clone.shape().promotable();
  }

  /**
   * An instance in a container is nowhere else, so whatever was said of it can only be meant for it
   * there.
   */
  private static boolean isBundled(Item item) {
    return item.top().kind() == Kind.BUNDLE;
  }

  /** Under the name that the node knows the instance by, since that is what the agent was told. */
  private @Nullable String attribute(Item item, boolean unique, Map<String, String> attributes) {
    String known = readings.historyName(item);
    String exact = attributes.get("master-" + (known == null ? item.id() : known));
    return exact != null || unique ? exact : attributes.get("master-" + item.baseName());
  }

  /**
   * An instance takes the score of a node where it is active or was looked for; where instances
   * cannot be told apart and none is active, of any node where one of them was looked for; and of
   * any node at all while nobody has looked for it anywhere.
   */
  private boolean applies(Item item, Item clone, String node) {
    Standing standing = standings.get(item, Standing.STOPPED);
    if (standing.isActiveOn(node) || known.has(item, node)) {
      return true;
    }
    if (!standing.isActive() && !known.hasAny(item)) {
      return true;
    }
    return clone.shape() != null && !clone.shape().unique() && onlyLookedFor(item, clone, node);
  }

  private boolean onlyLookedFor(Item item, Item clone, String node) {
    List<Item> alike =
        clone.primitives().filter(other -> other.baseName().equals(item.baseName())).toList();
    boolean active =
        alike.stream().anyMatch(other -> standings.get(other, Standing.STOPPED).isActiveOn(node));
    return !active && alike.stream().anyMatch(other -> known.has(other, node));
  }
}
