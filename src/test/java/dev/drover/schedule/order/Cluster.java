package dev.drover.schedule.order;

import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.Colocation;
import dev.drover.plan.Action;
import dev.drover.plan.Plan;
import dev.drover.schedule.order.Ordering.Ordered;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A small cluster, put together by hand, and the plan that its steps and relations make. */
final class Cluster {
  private final List<Item> roots = new ArrayList<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final PerItem<Standing> standings = new PerItem<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, NodeFact> nodes = new LinkedHashMap<>();
  final Set<String> migratable = new HashSet<>();
  final Set<String> undemanding = new HashSet<>();
  final Map<String, String> withheld = new HashMap<>();
  final Map<String, List<Replica>> bundles = new HashMap<>();
  private final List<Colocation> colocations = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();
  final OrderContext context =
      new OrderContext(
          roots,
          items,
          standings,
          places,
          nodes,
          migratable,
          undemanding,
          withheld,
          bundles,
          colocations);
  final StepBook book = new StepBook(context);

  Cluster(String... nodeNames) {
    for (String name : nodeNames) {
      node(name, true, false);
    }
  }

  void node(String name, boolean online, boolean unclean) {
    nodes.put(
        name, new NodeFact(name, name, NodeKind.MEMBER, online, false, unclean, false, true, null));
  }

  Item primitive(String id, @Nullable Item parent) {
    String base = id.contains(":") ? id.substring(0, id.indexOf(':')) : id;
    return add(
        new Item(items.size(), id, base, Kind.PRIMITIVE, null, parent, null, false, Map.of()));
  }

  Item primitive(String id) {
    return primitive(id, null);
  }

  Item group(String id, @Nullable Item parent) {
    return add(new Item(items.size(), id, id, Kind.GROUP, null, parent, null, false, Map.of()));
  }

  Item bundle(String id) {
    return add(new Item(items.size(), id, id, Kind.BUNDLE, null, null, null, false, Map.of()));
  }

  Item copies(String id, boolean interleave, boolean ordered, boolean notifies) {
    return copies(id, interleave, ordered, notifies, null);
  }

  Item copies(
      String id, boolean interleave, boolean ordered, boolean notifies, @Nullable Item parent) {
    CloneShape shape =
        new CloneShape(id, 9, 1, 0, 0, 0, false, false, interleave, ordered, notifies);
    return add(new Item(items.size(), id, id, Kind.CLONE, null, parent, shape, false, Map.of()));
  }

  private Item add(Item item) {
    items.put(item.id(), item);
    if (item.parent() == null) {
      roots.add(item);
    }
    return item;
  }

  void active(Item item, String node) {
    standing(item, Role.STARTED, List.of(node), true, false, false);
  }

  void standing(
      Item item, Role role, List<String> on, boolean managed, boolean failed, boolean blocked) {
    Map<String, Role> roles = new HashMap<>();
    on.forEach(node -> roles.put(node, role));
    standings.put(
        item,
        new Standing(role, on, roles, managed, false, failed, blocked, false, false, null, null));
  }

  void goesTo(Item item, String node) {
    places.put(item.id(), new Place(node, Role.STARTED));
  }

  void together(Item dependent, Item primary) {
    colocations.add(
        new Colocation(
            "c", dependent.id(), null, primary.id(), null, Colocation.NODE, Score.INFINITY, true));
  }

  Step start(Item item, String node, boolean required) {
    goesTo(item, node);
    return book.step(item, "start", 0, node, required);
  }

  Step stop(Item item, String node, boolean required) {
    return book.step(item, "stop", 0, node, required);
  }

  void relate(Item first, String firstTask, Item then, String thenTask, Bond bond, Bond... more) {
    relations.add(Relation.of(first, firstTask, then, thenTask, bond, more));
  }

  Ordered order() {
    return Ordering.order(book, relations, context, step -> Map.of());
  }

  Plan plan() {
    return order().plan();
  }

  /** The actions that are carried out, sorted, as {@code key node}. */
  static Set<String> executed(Plan plan) {
    Set<String> names = new TreeSet<>();
    plan.executed().forEach(action -> names.add(name(action)));
    return names;
  }

  /** What waits for what, sorted; with "not" where the link is only shown. */
  static Set<String> edges(Plan plan) {
    Set<String> names = new TreeSet<>();
    plan.edges()
        .forEach(
            edge ->
                names.add(
                    (edge.inGraph() ? "" : "not ")
                        + name(plan.actions().get(edge.before() - 1))
                        + " -> "
                        + name(plan.actions().get(edge.after() - 1))));
    return names;
  }

  static String name(Action action) {
    return action.node() == null ? action.key() : action.key() + " " + action.node();
  }
}
