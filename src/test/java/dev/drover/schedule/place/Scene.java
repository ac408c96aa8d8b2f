package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.Colocation;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Builds placement inputs for tests; node ids are the names. */
final class Scene {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  final List<NodeSeat> nodes = new ArrayList<>();
  final List<Item> roots = new ArrayList<>();
  final Map<String, Standing> standings = new LinkedHashMap<>();
  final Map<String, Traits> traits = new LinkedHashMap<>();
  final List<Preference> preferences = new ArrayList<>();
  final List<PromotionScore> promotionScores = new ArrayList<>();
  final List<Preference> promotedPreferences = new ArrayList<>();
  final List<Colocation> colocations = new ArrayList<>();
  final List<Colocation> implied = new ArrayList<>();
  final Map<String, List<Replica>> bundles = new LinkedHashMap<>();
  Strategy strategy = Strategy.COUNT;

  static Item item(
      String id, String base, Kind kind, @Nullable Item parent, @Nullable CloneShape shape) {
    return new Item(number(), id, base, kind, null, parent, shape, false, Map.of());
  }

  /** Of a resource: unique, and that is all that placement asks for. */
  static int number() {
    return NUMBERS.getAndIncrement();
  }

  static Scene of(String... names) {
    Scene scene = new Scene();
    for (String name : names) {
      scene.node(name, true, Map.of(), Map.of());
    }
    return scene;
  }

  Scene node(
      String name, boolean canRun, Map<String, String> attributes, Map<String, Integer> capacity) {
    nodes.add(NodeSeat.member(name, name, canRun, attributes, capacity));
    return this;
  }

  Scene primitive(String... ids) {
    for (String id : ids) {
      roots.add(item(id, id, Kind.PRIMITIVE, null, null));
    }
    return this;
  }

  Scene group(String id, String... members) {
    roots.add(group(id, "", null, members));
    return this;
  }

  static Item group(String id, String suffix, @Nullable Item parent, String... members) {
    Item group = item(id + suffix, id, Kind.GROUP, parent, null);
    for (String member : members) {
      item(member + suffix, member, Kind.PRIMITIVE, group, null);
    }
    return group;
  }

  Scene clone(String id, CloneShape shape, String primitive) {
    Item clone = item(id, id, Kind.CLONE, null, shape);
    for (int i = 0; i < shape.max(); i++) {
      item(primitive + ":" + i, primitive, Kind.PRIMITIVE, clone, null);
    }
    roots.add(clone);
    return this;
  }

  static CloneShape shape(
      int max, int nodeMax, int promotedMax, boolean unique, boolean interleave) {
    return new CloneShape(
        "", max, nodeMax, promotedMax, 1, 0, unique, promotedMax > 0, interleave, false, false);
  }

  Scene runs(String id, Role role, String... on) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (String node : on) {
      roles.put(node, role);
    }
    standings.put(
        id,
        new Standing(role, List.of(on), roles, true, false, false, false, false, true, null, null));
    return this;
  }

  Scene prefers(String id, String node, String score) {
    preferences.add(new Preference(id, node, score(score), Preference.Reach.LOCATION));
    return this;
  }

  Scene promotable(String id, String node, String score) {
    promotionScores.add(new PromotionScore(id, node, score(score)));
    return this;
  }

  Scene with(String dependent, String primary, String score) {
    return with(dependent, null, primary, null, Colocation.NODE, score);
  }

  Scene with(
      String dependent,
      @Nullable Role dependentRole,
      String primary,
      @Nullable Role primaryRole,
      String attribute,
      String score) {
    String id = dependent + "-with-" + primary;
    colocations.add(
        new Colocation(
            id, dependent, dependentRole, primary, primaryRole, attribute, score(score), true));
    return this;
  }

  Scene priority(String id, int priority) {
    return traits(
        id,
        new Traits(
            priority, 0, null, null, false, true, true, true, false, false, false, Map.of()));
  }

  Scene holds(String id, Hold hold) {
    return traits(
        id, new Traits(0, 0, null, hold, false, true, true, true, false, false, false, Map.of()));
  }

  Scene needs(String id, Map<String, Integer> needs) {
    return traits(
        id, new Traits(0, 0, null, null, false, true, true, true, false, false, false, needs));
  }

  Scene asked(String id, Role role) {
    return traits(
        id, new Traits(0, 0, role, null, false, true, true, true, false, false, false, Map.of()));
  }

  Scene traits(String id, Traits given) {
    traits.put(id, given);
    return this;
  }

  private <T> PerItem<T> perItem(Map<String, T> byId) {
    PerItem<T> perItem = new PerItem<>();
    roots.stream()
        .flatMap(Item::all)
        .filter(item -> byId.containsKey(item.id()))
        .forEach(item -> perItem.put(item, byId.get(item.id())));
    return perItem;
  }

  PlacementInput input() {
    return new PlacementInput(
        nodes,
        roots,
        perItem(standings),
        perItem(traits),
        preferences,
        promotionScores,
        promotedPreferences,
        colocations,
        implied,
        bundles,
        strategy,
        true);
  }

  Placements place() {
    return new Placer().place(input());
  }

  /** Every primitive's node and role, as one line: {@code a@n1 b@-}. */
  String placed() {
    StringBuilder text = new StringBuilder();
    place()
        .places()
        .forEach(
            (id, place) -> {
              String role =
                  place.role() == Role.STARTED || place.node() == null
                      ? ""
                      : "/" + place.role().label();
              text.append(id)
                  .append('@')
                  .append(place.node() == null ? "-" : place.node())
                  .append(role)
                  .append(' ');
            });
    return text.toString().strip();
  }

  private static Score score(String text) {
    return Score.parse(text).orElseThrow();
  }
}
