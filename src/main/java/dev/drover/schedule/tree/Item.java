package dev.drover.schedule.tree;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.fact.CloneShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One resource of a decision, instances included, with its place in the tree. */
public final class Item {
  private final int number;
  private final String id;
  private final String baseName;
  private final Kind kind;
  private final @Nullable Agent agent;
  private final @Nullable Item parent;
  private final @Nullable CloneShape shape;
  private final boolean orphan;
  private final Map<String, String> options;
  private final List<Item> members = new ArrayList<>();

  /**
   * Makes a resource and adds it to its parent's members.
   *
   * @param number unique, from 0, and without large gaps
   * @param id unique; an instance carries a number, such as {@code web:0}
   * @param baseName the name without instance number; equal to the id for anything that is no
   *     instance
   * @param shape for a clone only
   * @param options its meta options, defaults included
   */
  public Item(
      int number,
      String id,
      String baseName,
      Kind kind,
      @Nullable Agent agent,
      @Nullable Item parent,
      @Nullable CloneShape shape,
      boolean orphan,
      Map<String, String> options) {
    this.number = number;
    this.id = id;
    this.baseName = baseName;
    this.kind = kind;
    this.agent = agent;
    this.parent = parent;
    this.shape = shape;
    this.orphan = orphan;
    this.options = options;
    if (parent != null) {
      parent.members.add(this);
    }
  }

  /** Its place among all resources of the decision, from 0, as they came up. */
  public int number() {
    return number;
  }

  public String id() {
    return id;
  }

  public String baseName() {
    return baseName;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable Agent agent() {
    return agent;
  }

  public @Nullable Item parent() {
    return parent;
  }

  /** How a clone's instances relate; null for anything else. */
  public @Nullable CloneShape shape() {
    return shape;
  }

  /** True for a resource that is in the history but no longer configured. */
  public boolean orphan() {
    return orphan;
  }

  public Map<String, String> options() {
    return options;
  }

  /** A group's members in order, or a clone's instances by number; empty for a primitive. */
  public List<Item> members() {
    return members;
  }

  public boolean isPrimitive() {
    return kind == Kind.PRIMITIVE;
  }

  public boolean isGroup() {
    return kind == Kind.GROUP;
  }

  public boolean isClone() {
    return kind == Kind.CLONE;
  }

  /** The outermost collective, or the resource itself. */
  public Item top() {
    Item top = this;
    while (top.parent != null) {
      top = top.parent;
    }
    return top;
  }

  /** The outermost collective other than a bundle, or the resource itself. */
  public Item collective() {
    Item collective = this;
    while (collective.parent != null && collective.parent.kind != Kind.BUNDLE) {
      collective = collective.parent;
    }
    return collective;
  }

  /** The clone that this is, or is inside of; null where there is none. */
  public @Nullable Item enclosingClone() {
    for (Item item = this; item != null; item = item.parent) {
      if (item.isClone()) {
        return item;
      }
    }
    return null;
  }

  /** All primitives at or below this resource, in order. */
  public Stream<Item> primitives() {
    return isPrimitive() ? Stream.of(this) : members.stream().flatMap(Item::primitives);
  }

  /** This resource and everything below it, parents first. */
  public Stream<Item> all() {
    return members.isEmpty()
        ? Stream.of(this)
        : Stream.concat(Stream.of(this), members.stream().flatMap(Item::all));
  }

  @Override
  public String toString() {
    return id;
  }
}
