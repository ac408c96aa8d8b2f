package dev.drover.schedule.order;

import dev.drover.model.fact.Bond;
import dev.drover.plan.ActionKind;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action while its order is being worked out: the one mutable object of the order stage. It
 * begins as the rules made it; {@link Propagation} then carries "required" and "not runnable" along
 * the relations until nothing changes.
 */
public final class Step {
  /** From this many links on, a search for a duplicate uses an index. */
  private static final int MANY = 16;

  /** Its place among all steps, from 1. */
  public int id;

  public final ActionKind kind;
  public final String key;

  /** What it has in common with all steps of this key. */
  final SameKey alike;

  public final @Nullable Item item;
  public String task;
  public final long intervalMs;

  /**
   * The id of the node it is for; null for a collective's pseudo actions, or until a node is known.
   */
  public @Nullable String node;

  public boolean required;
  public boolean runnable = true;

  /** In the plan whether or not it is required. */
  public boolean alwaysGraphed;

  public boolean pseudo;
  public boolean migratable;
  public boolean migrationAbort;

  /** A recurring monitor that is scheduled again where its resource is restarted. */
  public boolean reschedule;

  /** Whether its resource is managed, or it has none: kept here as it is asked for very often. */
  boolean managed = true;

  /** Is done by the cluster itself, so the node need not be online. */
  public boolean remoteHands;

  public @Nullable String reason;

  /** For a step with {@link Bond#MIN_RUNNABLE} inputs: how many of them must be runnable. */
  public int runnableNeeded;

  int runnableFound;

  /** Whether it is done; null until the graph asks. */
  @Nullable Boolean done;

  /** Whether any link to it may be one that would have it wait for itself. */
  boolean doubtful;

  private @Nullable Map<String, String> parameters;
  private List<Link> before = List.of();
  private List<Link> after = List.of();
  private @Nullable Map<Step, Integer> afterIndex;

  Step(
      int id,
      ActionKind kind,
      SameKey alike,
      @Nullable Item item,
      String task,
      long intervalMs,
      @Nullable String node) {
    this.id = id;
    this.kind = kind;
    this.key = alike.key;
    this.alike = alike;
    this.item = item;
    this.task = task;
    this.intervalMs = intervalMs;
    this.node = node;
    this.pseudo = kind == ActionKind.PSEUDO;
  }

  /** What goes with it; empty unless something was put. */
  public Map<String, String> parameters() {
    return parameters == null ? Map.of() : parameters;
  }

  /** The same, for somebody who keeps it: what many steps have in common is kept once. */
  Map<String, String> settledParameters() {
    return parameters instanceof LinkedHashMap
        ? Collections.unmodifiableMap(parameters)
        : parameters();
  }

  public void put(String name, String value) {
    if (!(parameters instanceof LinkedHashMap)) {
      parameters = new LinkedHashMap<>(parameters());
    }
    parameters.put(name, value);
  }

  /** Puts what very many steps have in common; the map is kept as it is, and never changed. */
  public void putAll(Map<String, String> common) {
    if (parameters == null) {
      parameters = common;
    } else {
      common.forEach(this::put);
    }
  }

  /** Gives it a reason unless it has one. */
  public void because(String text) {
    if (reason == null) {
      reason = text;
    }
  }

  /**
   * Puts this step before another.
   *
   * @return false where the two were already related by any of these bonds, and nothing was added
   */
  public boolean precedes(Step other, Set<Bond> bonds) {
    return precedes(other, Bonds.of(bonds));
  }

  boolean precedes(Step other, int bonds) {
    if (bonds == Bonds.NONE || (bondsTo(other) & bonds) != 0) {
      return false;
    }
    Link link = new Link(this, other, bonds);
    other.doubtful |= Bonds.has(bonds, Bonds.MAY_CLOSE_LOOP);
    other.before = with(other.before(), link);
    after = with(after(), link);
    if (after.size() == MANY) {
      afterIndex = new HashMap<>();
      after.forEach(this::index);
    } else if (after.size() > MANY) {
      index(link);
    }
    return true;
  }

  /** Most steps are probes, and have a link or two: these get no list that could grow. */
  private static List<Link> with(List<Link> links, Link link) {
    return switch (links.size()) {
      case 0 -> List.of(link);
      case 1 -> List.of(links.get(0), link);
      case 2 -> new ArrayList<>(List.of(links.get(0), links.get(1), link));
      default -> {
        links.add(link);
        yield links;
      }
    };
  }

  private void index(Link link) {
    if (afterIndex != null) {
      afterIndex.merge(link.then, link.made, (a, b) -> a | b);
    }
  }

  private int bondsTo(Step other) {
    if (afterIndex != null) {
      return afterIndex.getOrDefault(other, Bonds.NONE);
    }
    int bonds = Bonds.NONE;
    // each has a link in its list, and one list may be much shorter
    List<Link> links = after.size() <= other.before.size() ? after : other.before;
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (link.first == this && link.then == other) {
        bonds |= link.made;
      }
    }
    return bonds;
  }

  /** The steps that this one waits for, oldest relation first. */
  List<Link> before() {
    return before;
  }

  /** The steps that wait for this one, oldest relation first. */
  List<Link> after() {
    return after;
  }

  void replaceBefore(List<Link> links) {
    before = links;
  }

  boolean isTask(String name) {
    return task.equals(name);
  }

  @Override
  public String toString() {
    return node == null ? key : key + " " + node;
  }
}
