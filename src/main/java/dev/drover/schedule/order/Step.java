package dev.drover.schedule.order;

import dev.drover.model.fact.Bond;
import dev.drover.plan.ActionKind;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action while its order is being worked out: the one mutable object of the order stage. It begins as the rules made
 * it; {@link Propagation} then carries "required" and "not runnable" along the relations until nothing changes.
 */
public final class Step {
  /** A step that another waits for, and what follows from that. */
  public record Link(Step step, Set<Bond> bonds) {}

  public final int id;
  public final ActionKind kind;
  public final String key;
  public final @Nullable Item item;
  public final String task;
  public final long intervalMs;

  /** The id of the node it is for; null for a collective's pseudo actions. */
  public final @Nullable String node;

  public boolean required;
  public boolean runnable = true;

  /** In the plan whether or not it is required. */
  public boolean alwaysGraphed;

  public boolean pseudo;
  public boolean migratable;
  public boolean migrationAbort;

  /** A recurring monitor that is scheduled again where its resource is restarted. */
  public boolean reschedule;

  public @Nullable String reason;

  /** For a step with {@link Bond#MIN_RUNNABLE} inputs: how many of them must be runnable. */
  public int runnableNeeded;

  public final Map<String, String> parameters = new LinkedHashMap<>();
  public final List<Link> before = new ArrayList<>();
  public final List<Link> after = new ArrayList<>();

  public Step(
      int id,
      ActionKind kind,
      String key,
      @Nullable Item item,
      String task,
      long intervalMs,
      @Nullable String node) {
    this.id = id;
    this.kind = kind;
    this.key = key;
    this.item = item;
    this.task = task;
    this.intervalMs = intervalMs;
    this.node = node;
    this.pseudo = kind == ActionKind.PSEUDO;
  }

  /** Adds what follows from "this before other"; the same pair keeps one link with all bonds. */
  public void precedes(Step other, Set<Bond> bonds) {
    for (Link link : other.before) {
      if (link.step == this) {
        link.bonds.addAll(bonds);
        after.stream().filter(l -> l.step == other).forEach(l -> l.bonds.addAll(bonds));
        return;
      }
    }
    other.before.add(new Link(this, EnumSet.copyOf(bonds)));
    after.add(new Link(other, EnumSet.copyOf(bonds)));
  }

  @Override
  public String toString() {
    return node == null ? key : key + " " + node;
  }
}
