package dev.drover.schedule.assess;

import dev.drover.model.Kind;
import dev.drover.schedule.given.ResourceTable;
import dev.drover.schedule.given.Track;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.tree.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the resource that a history belongs to. Instances of an anonymous clone cannot be told
 * apart, so a history goes to the instance that is on the same node already, else to one that is
 * nowhere, else to a surplus one.
 */
public final class InstanceMatch {
  private final ResourceTable resources;

  /** What runs inside of a bundle's container is found by the container's node. */
  private final Map<String, String> inside = new HashMap<>();

  private final Map<Item, Set<String>> busyOn = new HashMap<>();
  private final Map<Item, String> pendingOn = new HashMap<>();

  public InstanceMatch(ResourceTable resources, Map<String, List<Replica>> bundles) {
    this.resources = resources;
    for (List<Replica> replicas : bundles.values()) {
      for (Replica replica : replicas) {
        if (replica.node() != null && replica.instance() != null) {
          inside.put(replica.node(), replica.instance());
        }
      }
    }
  }

  /**
   * The primitive that the history belongs to.
   *
   * @param active whether the history says that it is active there
   * @param pending whether the history says that something is under way there
   * @param numbered whether an instance of an anonymous clone may be used up for it; otherwise it
   *     is a surplus one
   */
  public Item find(Track track, boolean active, boolean pending, boolean numbered) {
    Item found = find(track, numbered);
    if (found.enclosingClone() == null) {
      return found;
    }
    for (Item item = found; item != null; item = item.parent()) {
      if (active) {
        busyOn.computeIfAbsent(item, i -> new HashSet<>()).add(track.node());
      }
      if (pending) {
        pendingOn.putIfAbsent(item, track.node());
      }
    }
    return found;
  }

  private Item find(Track track, boolean numbered) {
    if (track.base().orphan()) {
      return resources.addOrphan(track.base());
    }
    Item exact = track.exact();
    if (exact == null) {
      // a surplus one may have come up since
      exact = resources.item(track.history().resource());
    }
    Item any = exact != null ? exact : resources.item(track.base().name() + ":0");
    if (any == null) {
      any = resources.item(track.base().name());
    }
    if (any == null) {
      return resources.addOrphan(track.base());
    }
    Item clone = any.enclosingClone();
    if (clone == null || clone.shape() == null) {
      return any;
    }
    if (clone.shape().unique()) {
      return any;
    }
    return clone.top().kind() == Kind.BUNDLE ? bundled(track) : anonymous(clone, track, numbered);
  }

  private Item bundled(Track track) {
    Item instance = resources.item(inside.getOrDefault(track.node(), ""));
    boolean same = instance != null && instance.baseName().equals(track.base().name());
    return instance == null || !same ? resources.addOrphan(track.base()) : instance;
  }

  private Item anonymous(Item clone, Track track, boolean numbered) {
    Item free = null;
    boolean duplicate = false;
    for (Item instance : clone.members()) {
      Item primitive = primitive(instance, track);
      if (primitive == null) {
        continue;
      }
      Set<String> nodes = busyOn.getOrDefault(instance, Set.of());
      String pendingNode = pendingOn.get(instance);
      if (nodes.contains(track.node()) || track.node().equals(pendingNode)) {
        if (!busyOn.getOrDefault(primitive, Set.of()).contains(track.node())) {
          return primitive;
        }
        duplicate = true;
      } else if (nodes.isEmpty() && pendingNode == null && free == null) {
        free = primitive;
      }
    }
    if (free == null || duplicate || !numbered) {
      Item surplus = primitive(resources.addSurplus(clone), track);
      return surplus == null ? resources.addOrphan(track.base()) : surplus;
    }
    return free;
  }

  private static @Nullable Item primitive(Item instance, Track track) {
    return instance
        .primitives()
        .filter(p -> p.baseName().equals(track.base().name()))
        .findFirst()
        .orElse(null);
  }
}
