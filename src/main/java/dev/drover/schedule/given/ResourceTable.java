package dev.drover.schedule.given;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.config.BundleOptions;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.ClonedAgent;
import dev.drover.model.fact.GroupMember;
import dev.drover.model.fact.Resource;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a decision: as configured first, as a tree of instances once the shape of every
 * clone is known.
 */
public final class ResourceTable {
  private final Configuration configuration;
  private final Implied implied;
  private final Instant now;
  private final Map<String, Map<String, String>> options = new LinkedHashMap<>();
  private final EqualMaps equalOptions = new EqualMaps();
  private final Map<String, Primitive> primitives = new LinkedHashMap<>();
  private final Map<String, String> recordedNames = new HashMap<>();
  private final List<Resource> clones = new ArrayList<>();
  private final Set<ClonedAgent> clonedAgents = new LinkedHashSet<>();
  private final PerItem<Primitive> primitiveOf = new PerItem<>();
  private final List<Item> roots = new ArrayList<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final List<Object> facts = new ArrayList<>();
  private int numbers;

  ResourceTable(Configuration configuration, Implied implied, Instant now) {
    this.configuration = configuration;
    this.implied = implied;
    this.now = now;
    implied.resources().forEach(resource -> read(resource, List.of(), false));
  }

  private void read(ResourceConfig resource, List<ResourceConfig> around, boolean inClone) {
    Context context = Context.at(now).withAgent(resource.agent());
    Map<String, String> resolved = new LinkedHashMap<>();
    Settings.addTo(resolved, resource.meta(), context);
    for (int i = around.size() - 1; i >= 0; i--) {
      List<SettingSet> inherited = around.get(i).meta();
      Settings.resolve(inherited, context).forEach(resolved::putIfAbsent);
    }
    Settings.addTo(resolved, configuration.resourceDefaults(), context);
    Map<String, String> own = equalOptions.first(resolved);
    options.put(resource.id(), own);
    Agent agent = resource.agent();
    if (agent != null) {
      primitives.put(
          resource.id(),
          new Primitive(
              primitives.size(),
              resource.id(),
              agent,
              own,
              parameters(resource, around),
              resource.utilization(),
              resource.operations(),
              inClone,
              false));
      around.stream()
          .filter(outer -> outer.kind() == Kind.CLONE)
          .forEach(clone -> clonedAgents.add(new ClonedAgent(clone.id(), agent.standard())));
    }
    if (resource.kind() == Kind.CLONE) {
      String parent = around.isEmpty() ? "" : around.get(around.size() - 1).id();
      clones.add(cloneFact(resource.id(), parent));
    }
    List<ResourceConfig> inner = new ArrayList<>(around);
    inner.add(resource);
    for (ResourceConfig member : resource.members()) {
      read(member, inner, inClone || resource.kind() == Kind.CLONE);
    }
  }

  /** A resource's own, then those of what it is in, from the inside out. */
  private static List<List<SettingSet>> parameters(
      ResourceConfig resource, List<ResourceConfig> around) {
    List<List<SettingSet>> parameters = new ArrayList<>();
    parameters.add(resource.parameters());
    for (int i = around.size() - 1; i >= 0; i--) {
      parameters.add(around.get(i).parameters());
    }
    return parameters;
  }

  /** Clones as facts, before the number of their instances is known. */
  List<Resource> clones() {
    return clones;
  }

  /** Which standards the agents in each clone follow. */
  Set<ClonedAgent> clonedAgents() {
    return clonedAgents;
  }

  /**
   * Every primitive by its name, in the order of the configuration, then those that only the
   * history knows.
   */
  public Map<String, Primitive> primitives() {
    return primitives;
  }

  /** What a resource is an instance of; null for anything but a primitive. */
  public @Nullable Primitive primitive(Item item) {
    return primitiveOf.get(item);
  }

  /** The options in force of a configured resource; empty for an unknown one. */
  Map<String, String> options(String name) {
    return options.getOrDefault(name, Map.of());
  }

  /**
   * The outermost resources in the order of the configuration, then those that only the history
   * knows.
   */
  public List<Item> roots() {
    return roots;
  }

  public @Nullable Item item(String id) {
    return items.get(id);
  }

  /** All resources of the tree by their ids. */
  public Map<String, Item> byId() {
    return Collections.unmodifiableMap(items);
  }

  /** All resources of the tree, parents first. */
  public List<Item> all() {
    return roots.stream().flatMap(Item::all).toList();
  }

  /** Builds the tree, with as many instances as the shapes say. */
  void expand(Map<String, CloneShape> shapes) {
    for (ResourceConfig resource : implied.resources()) {
      roots.add(item(resource, null, -1, shapes));
    }
  }

  private Item item(
      ResourceConfig resource,
      @Nullable Item parent,
      int instance,
      Map<String, CloneShape> shapes) {
    String id = instance < 0 ? resource.id() : resource.id() + ":" + instance;
    BundleParts parts = implied.bundles().get(resource.id());
    CloneShape shape =
        parts == null
            ? shapes.get(resource.id())
            : parts.shape(BundleOptions.of(options(resource.id())));
    Item item = add(id, resource, parent, shape, instance, false);
    if (resource.kind() == Kind.CLONE && shape != null) {
      ResourceConfig template = resource.members().get(0);
      for (int i = 0; i < shape.max(); i++) {
        item(template, item, i, shapes);
      }
      if (shape.max() == 0) {
        surplus(template, item, 0);
      }
    } else {
      resource.members().forEach(member -> item(member, item, instance, shapes));
      if (resource.kind() == Kind.GROUP) {
        members(item);
      }
    }
    return item;
  }

  private Item add(
      String id,
      ResourceConfig resource,
      @Nullable Item parent,
      @Nullable CloneShape shape,
      int instance,
      boolean orphan) {
    Item item =
        new Item(
            numbers++,
            id,
            resource.id(),
            resource.kind(),
            resource.agent(),
            parent,
            shape,
            orphan,
            options(resource.id()));
    items.put(id, item);
    Primitive primitive = primitives.get(resource.id());
    if (primitive != null) {
      primitiveOf.put(item, primitive);
    }
    facts.add(fact(item, instance));
    return item;
  }

  private void members(Item group) {
    String previous = "";
    Item clone = group.enclosingClone();
    boolean promotable = clone != null && clone.shape() != null && clone.shape().promotable();
    for (int i = 0; i < group.members().size(); i++) {
      Item member = group.members().get(i);
      facts.add(new GroupMember(group.id(), member.id(), previous, i, promotable));
      previous = member.id();
    }
  }

  private Resource cloneFact(String id, String parent) {
    return new Resource(
        id, id, Kind.CLONE, -1, id, parent, id, "", false, false, false, false, options(id));
  }

  private Resource fact(Item item, int instance) {
    Item parent = item.parent();
    Agent agent = item.agent();
    Item clone = parent == null ? null : parent.enclosingClone();
    CloneShape shape = clone == null ? null : clone.shape();
    boolean unique = shape == null || shape.unique();
    return new Resource(
        item.id(),
        item.baseName(),
        item.kind(),
        instance,
        unique ? recordedNames.getOrDefault(item.id(), item.id()) : item.baseName(),
        parent == null ? "" : parent.id(),
        item.collective().id(),
        agent == null ? "" : agent.standard(),
        item.orphan(),
        !unique,
        shape != null && shape.promotable(),
        Primitive.isRemoteConnection(agent),
        options(item.baseName()));
  }

  /** Puts resources with a higher priority first, wherever resources are listed. */
  public void sort(Map<String, Integer> priorities) {
    roots.sort(
        Comparator.comparing((Item root) -> priorities.getOrDefault(root.id(), 0)).reversed());
  }

  /**
   * Puts resources into the order in which they were given their places; of a clone's instances
   * only those inside of a bundle.
   *
   * @param primitives by their ids
   */
  public void arrange(List<String> primitives) {
    Map<String, Integer> places = new HashMap<>();
    primitives.forEach(id -> places.put(id, places.size()));
    Map<Item, Integer> ranks = new HashMap<>();
    int last = -1;
    for (Item root : roots) {
      int before = last;
      last =
          root.primitives().mapToInt(p -> places.getOrDefault(p.id(), before)).min().orElse(last);
      ranks.put(root, last);
      root.members().stream()
          .filter(member -> root.kind() == Kind.BUNDLE && member.isClone())
          .forEach(
              inside ->
                  inside
                      .members()
                      .sort(Comparator.comparingInt(i -> places.getOrDefault(i.id(), 0))));
    }
    roots.sort(Comparator.comparingInt(root -> ranks.getOrDefault(root, 0)));
  }

  /**
   * A primitive that only the history knows; the same for every node that recorded it. Where
   * something else is called so by now, it goes by a name of its own.
   *
   * @param recorded the name in the history
   * @param launcher what it ran inside of, as far as that is known
   * @param parameters what its agent is given, as far as that is still configured
   */
  Primitive forget(
      String recorded, Agent agent, @Nullable String launcher, List<List<SettingSet>> parameters) {
    String name = recorded;
    while (isTaken(name)) {
      name += " (removed)";
    }
    Primitive known = primitives.get(name);
    if (known != null) {
      return known;
    }
    recordedNames.put(name, recorded);
    Context context = Context.at(now).withAgent(agent);
    Map<String, String> own = Settings.resolve(configuration.resourceDefaults(), context);
    if (launcher != null) {
      own.put("container", launcher);
    }
    options.put(name, own);
    Primitive primitive =
        new Primitive(
            primitives.size(), name, agent, own, parameters, List.of(), List.of(), false, true);
    primitives.put(name, primitive);
    return primitive;
  }

  private boolean isTaken(String name) {
    Primitive primitive = primitives.get(name);
    return primitive == null
        ? options.containsKey(name) || items.containsKey(name)
        : !primitive.orphan();
  }

  /** The resource for a primitive that only the history knows. */
  public Item addOrphan(Primitive primitive) {
    Item known = items.get(primitive.name());
    if (known != null) {
      return known;
    }
    Item item =
        new Item(
            numbers++,
            primitive.name(),
            primitive.name(),
            Kind.PRIMITIVE,
            primitive.agent(),
            null,
            null,
            true,
            primitive.options());
    items.put(item.id(), item);
    primitiveOf.put(item, primitive);
    roots.add(item);
    facts.add(fact(item, -1));
    return item;
  }

  /** One more instance than a clone should have; it is there only to be stopped. */
  public Item addSurplus(Item clone) {
    ResourceConfig config = find(implied.resources(), clone.baseName());
    int number = clone.members().size();
    return surplus(config.members().get(0), clone, number);
  }

  private Item surplus(ResourceConfig template, Item parent, int number) {
    Item item = add(template.id() + ":" + number, template, parent, null, number, true);
    template.members().forEach(member -> surplus(member, item, number));
    if (template.kind() == Kind.GROUP) {
      members(item);
    }
    return item;
  }

  private static ResourceConfig find(List<ResourceConfig> resources, String id) {
    for (ResourceConfig resource : resources) {
      if (resource.id().equals(id)) {
        return resource;
      }
      for (ResourceConfig member : resource.members()) {
        if (member.id().equals(id)) {
          return member;
        }
      }
    }
    throw new IllegalArgumentException("no resource " + id);
  }

  /** The facts about resources that came up since this was last asked. */
  public List<Object> newFacts() {
    List<Object> found = List.copyOf(facts);
    facts.clear();
    return found;
  }
}
