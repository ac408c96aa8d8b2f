package dev.drover.schedule.order;

import static dev.drover.model.fact.Bond.FIRST_GRAPHS_THEN;
import static dev.drover.model.fact.Bond.FIRST_MUST_RUN;
import static dev.drover.model.fact.Bond.ORDERED;
import static dev.drover.model.fact.Bond.THEN_GRAPHS_FIRST;

import dev.drover.model.fact.Bond;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.List;

/** The order between a clone and its instances, and between the instances of an ordered clone. */
public final class CloneRelations {
  private final Item clone;
  private final boolean ordered;
  private final boolean promotable;
  private final List<Relation> relations = new ArrayList<>();

  private CloneRelations(Item clone) {
    this.clone = clone;
    this.ordered = clone.shape() != null && clone.shape().ordered();
    this.promotable = clone.shape() != null && clone.shape().promotable();
  }

  /** The relations within one clone, those inside its instances excepted. */
  public static List<Relation> of(Item clone) {
    return new CloneRelations(clone).all();
  }

  private List<Relation> all() {
    add(clone, "stopped", clone, "start", ORDERED);
    add(clone, "start", clone, "running", FIRST_MUST_RUN);
    add(clone, "stop", clone, "stopped", FIRST_MUST_RUN);
    if (promotable) {
      add(clone, "demoted", clone, "stop", ORDERED);
      add(clone, "running", clone, "promote", FIRST_MUST_RUN);
    }
    List<Item> instances = clone.members();
    for (int i = 0; i < instances.size(); i++) {
      Item instance = instances.get(i);
      add(clone, "start", instance, "start", FIRST_MUST_RUN, THEN_GRAPHS_FIRST);
      add(instance, "start", clone, "running", FIRST_GRAPHS_THEN);
      add(clone, "stop", instance, "stop", THEN_GRAPHS_FIRST);
      add(instance, "stop", clone, "stopped", FIRST_GRAPHS_THEN);
      if (ordered) {
        for (Item later : instances.subList(i + 1, instances.size())) {
          add(instance, "start", later, "start", ORDERED);
          add(later, "stop", instance, "stop", ORDERED);
        }
      }
    }
    if (promotable) {
      promotions(instances);
    }
    return relations;
  }

  private void promotions(List<Item> instances) {
    add(clone, "stopped", clone, "promote", ORDERED);
    add(clone, "demoted", clone, "start", ORDERED);
    add(clone, "demoted", clone, "promote", ORDERED);
    add(clone, "running", clone, "promote", ORDERED);
    add(clone, "demote", clone, "demoted", ORDERED);
    for (int i = 0; i < instances.size(); i++) {
      Item instance = instances.get(i);
      add(instance, "demote", instance, "promote", ORDERED);
      add(clone, "promote", instance, "promote", ORDERED);
      add(instance, "promote", clone, "promoted", ORDERED);
      add(clone, "demote", instance, "demote", THEN_GRAPHS_FIRST);
      add(instance, "demote", clone, "demoted", FIRST_GRAPHS_THEN);
      if (ordered && i > 0) {
        add(instances.get(i - 1), "promote", instance, "promote", ORDERED);
        add(instance, "demote", instances.get(i - 1), "demote", ORDERED);
      }
    }
  }

  private void add(
      Item first, String firstTask, Item then, String thenTask, Bond bond, Bond... more) {
    relations.add(Relation.of(first, firstTask, then, thenTask, bond, more));
  }
}
