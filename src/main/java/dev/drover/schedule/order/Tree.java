package dev.drover.schedule.order;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the resources belong together, how they stand, and where they are to be as far as order has
 * left that unchanged.
 */
final class Tree {
  final OrderContext context;
  private final Set<Item> withdrawn = new HashSet<>();
  private final Map<Item, List<Item>> containers = new HashMap<>();
  private final Map<Item, Item> insides = new HashMap<>();

  Tree(OrderContext context) {
    this.context = context;
    context.bundles().forEach(this::unpack);
  }

  private void unpack(String id, List<Replica> replicas) {
    Item bundle = context.item(id);
    if (bundle == null) {
      return;
    }
    List<Item> found = new ArrayList<>(replicas.size());
    for (Replica replica : replicas) {
      Item container = context.item(replica.container());
      if (container != null) {
        found.add(container);
        Item inside = context.item(replica.instance());
        if (inside != null) {
          insides.put(container, inside);
        }
      }
    }
    containers.put(bundle, found);
  }

  /**
   * What a collective consists of where others depend on it: a bundle's containers, or anything
   * else's members.
   */
  List<Item> instances(Item collective) {
    return isBundle(collective)
        ? containers.getOrDefault(collective, List.of())
        : collective.members();
  }

  /** The instances of the resource that runs in a bundle's containers; empty where nothing does. */
  List<Item> insidesOf(Item bundle) {
    return instances(bundle).stream().map(insides::get).filter(Objects::nonNull).toList();
  }

  /** What runs inside a bundle's container; null for anything else, and for an empty container. */
  @Nullable Item inside(Item container) {
    return insides.get(container);
  }

  Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>(context.places());
    withdrawn.forEach(primitive -> places.replace(primitive.id(), Place.NOWHERE));
    return places;
  }

  Place place(Item primitive) {
    return withdrawn.contains(primitive) ? Place.NOWHERE : context.place(primitive);
  }

  void withdraw(Item primitive) {
    withdrawn.add(primitive);
  }

  boolean managed(Item item) {
    return context.standing(item).managed();
  }

  boolean blocked(Item item) {
    return context.standing(item).blocked();
  }

  boolean anyBlocked(Item item) {
    return item.all().anyMatch(this::blocked);
  }

  /** The highest role that a resource, or anything in it, has now. */
  Role role(Item item) {
    return item.primitives()
        .map(primitive -> context.standing(primitive).role())
        .max(Role::compareTo)
        .orElse(Role.UNKNOWN);
  }

  /** The one node where all of a resource is now; null where that is none or several. */
  @Nullable String currentNode(Item item) {
    if (item.isPrimitive()) {
      var activeOn = context.standing(item).activeOn();
      return activeOn.size() == 1 ? activeOn.get(0) : null;
    }
    return shared(item, this::currentNode);
  }

  /** The one node where all of a resource is to be; null where that is none or several. */
  @Nullable String nextNode(Item item) {
    return item.isPrimitive() ? place(item).node() : shared(item, this::nextNode);
  }

  private static @Nullable String shared(Item item, Function<Item, @Nullable String> nodeOf) {
    String shared = null;
    for (Item member : item.members()) {
      String node = nodeOf.apply(member);
      if (node == null) {
        continue;
      }
      if (shared != null && !shared.equals(node)) {
        return null;
      }
      shared = node;
    }
    return shared;
  }

  /** True for a collective whose instances each do the same: a clone, or a bundle. */
  static boolean hasInstances(@Nullable Item item) {
    return item != null && (item.isClone() || isBundle(item));
  }

  static boolean isBundle(Item item) {
    return item.kind() == Kind.BUNDLE;
  }

  /** The outermost collective, but what belongs to a bundle is on its own. */
  static Item top(Item item) {
    Item top = item;
    for (Item parent = top.parent();
        parent != null && !isBundle(parent);
        parent = parent.parent()) {
      top = parent;
    }
    return top;
  }

  static boolean interleaves(Item item) {
    return item.shape() != null && item.shape().interleave();
  }

  static boolean contains(Item ancestor, Item item) {
    for (Item parent = item.parent(); parent != null; parent = parent.parent()) {
      if (parent == ancestor) {
        return true;
      }
    }
    return false;
  }
}
