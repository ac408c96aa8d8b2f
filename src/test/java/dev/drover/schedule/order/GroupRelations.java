package dev.drover.schedule.order;

import static dev.drover.model.fact.Bond.FIRST_GRAPHS_THEN;
import static dev.drover.model.fact.Bond.FIRST_MUST_RUN;
import static dev.drover.model.fact.Bond.FIRST_REQUIRES_THEN;
import static dev.drover.model.fact.Bond.INTERMEDIATE_STOP;
import static dev.drover.model.fact.Bond.ORDERED;
import static dev.drover.model.fact.Bond.THEN_GRAPHS_FIRST;
import static dev.drover.model.fact.Bond.THEN_REQUIRES_FIRST;

import dev.drover.model.fact.Bond;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order between a group and its members, and from one member to the next. */
public final class GroupRelations {
  private final OrderContext context;
  private final Item group;
  private final boolean ordered;
  private final boolean promotable;
  private final List<Relation> relations = new ArrayList<>();

  private GroupRelations(OrderContext context, Item group, boolean ordered, boolean promotable) {
    this.context = context;
    this.group = group;
    this.ordered = ordered;
    this.promotable = promotable;
  }

  /**
   * The relations within one group.
   *
   * @param ordered whether members start one after the other
   */
  public static List<Relation> of(OrderContext context, Item group, boolean ordered) {
    Item top = group.top();
    boolean promotable = top.shape() != null && top.shape().promotable();
    return new GroupRelations(context, group, ordered, promotable).all();
  }

  private List<Relation> all() {
    add(group, "stop", group, "stopped", FIRST_MUST_RUN);
    add(group, "stopped", group, "start", ORDERED);
    add(group, "start", group, "running", FIRST_MUST_RUN);
    Item previous = null;
    Item lastActive = null;
    for (Item member : group.members()) {
      withGroup(member, previous == null);
      if (!ordered) {
        add(
            group,
            "start",
            member,
            "start",
            FIRST_REQUIRES_THEN,
            FIRST_MUST_RUN,
            THEN_GRAPHS_FIRST);
        if (promotable) {
          add(
              group,
              "promote",
              member,
              "promote",
              FIRST_REQUIRES_THEN,
              FIRST_MUST_RUN,
              THEN_GRAPHS_FIRST);
        }
      } else if (previous != null) {
        afterPrevious(member, previous);
      }
      if (isActive(member)) {
        if (ordered && previous != null && !isActive(previous) && lastActive != null) {
          add(member, "stop", lastActive, "stop", ORDERED);
        }
        lastActive = member;
      }
      previous = member;
    }
    return relations;
  }

  private void withGroup(Item member, boolean isFirst) {
    Bond down = isFirst && ordered ? ORDERED : THEN_GRAPHS_FIRST;
    Bond afterDown = isFirst && ordered ? FIRST_REQUIRES_THEN : FIRST_GRAPHS_THEN;
    if (promotable) {
      add(group, "demote", member, "demote", THEN_GRAPHS_FIRST, down);
      add(member, "demote", group, "demoted", afterDown);
      add(
          member,
          "promote",
          group,
          "promoted",
          FIRST_MUST_RUN,
          FIRST_REQUIRES_THEN,
          FIRST_GRAPHS_THEN);
      add(group, "promote", member, "promote", THEN_GRAPHS_FIRST);
    }
    add(group, "stop", member, "stop", THEN_GRAPHS_FIRST, down);
    add(member, "stop", group, "stopped", afterDown);
    add(group, "start", member, "start", THEN_GRAPHS_FIRST);
    add(member, "start", group, "running", FIRST_MUST_RUN, FIRST_REQUIRES_THEN, FIRST_GRAPHS_THEN);
  }

  private void afterPrevious(Item member, Item previous) {
    add(previous, "start", member, "start", FIRST_REQUIRES_THEN, FIRST_MUST_RUN);
    add(member, "stop", previous, "stop", ORDERED, INTERMEDIATE_STOP);
    if (isActive(member) && !isActive(previous)) {
      add(member, "stop", previous, "start", THEN_REQUIRES_FIRST, FIRST_MUST_RUN);
    }
    if (promotable) {
      add(previous, "promote", member, "promote", FIRST_REQUIRES_THEN, FIRST_MUST_RUN);
      add(member, "demote", previous, "demote", ORDERED);
    }
  }

  private boolean isActive(@Nullable Item member) {
    return member != null && context.standing(member).isActive();
  }

  private void add(
      Item first, String firstTask, Item then, String thenTask, Bond bond, Bond... more) {
    relations.add(Relation.of(first, firstTask, then, thenTask, bond, more));
  }
}
