package dev.drover.schedule.act;

import dev.drover.model.fact.Bond;
import dev.drover.model.fact.CancelRecorded;
import dev.drover.model.fact.Happened;
import dev.drover.model.fact.Redefined;
import dev.drover.model.fact.Reload;
import dev.drover.model.fact.ScheduleAnew;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Does again, reloads, schedules again or cancels what the rules found to be defined otherwise now.
 */
final class DefinitionSteps {
  private static final String REASON = "resource definition change";
  private static final Set<Bond> GIVES_WAY = EnumSet.of(Bond.ORDERED, Bond.THEN_CANCELS_FIRST);

  private final StepBook book;
  private final Given given;
  private final OrderContext context;
  private final List<Relation> relations;

  DefinitionSteps(StepBook book, Given given, OrderContext context, List<Relation> relations) {
    this.book = book;
    this.given = given;
    this.context = context;
    this.relations = relations;
  }

  void create(RuleSession session) {
    List<Redefined> redefined = new ArrayList<>(session.facts(Redefined.class));
    redefined.sort(
        Comparator.comparing(Redefined::resource)
            .thenComparing(Redefined::operation)
            .thenComparing(Redefined::intervalMs));
    redefined.forEach(fact -> again(item(fact.resource()), fact));
    List<ScheduleAnew> anew = new ArrayList<>(session.facts(ScheduleAnew.class));
    anew.sort(Comparator.comparing(fact -> fact.happened().track() + fact.happened().order()));
    for (ScheduleAnew fact : anew) {
      Happened happened = fact.happened();
      book.step(
                  item(fact.resource()),
                  happened.operation(),
                  happened.intervalMs(),
                  happened.node(),
                  false)
              .reschedule =
          true;
    }
    List<CancelRecorded> cancelled = new ArrayList<>(session.facts(CancelRecorded.class));
    cancelled.sort(Comparator.comparing(fact -> fact.happened().track() + fact.happened().order()));
    cancelled.forEach(this::cancel);
    List<Reload> reloads = new ArrayList<>(session.facts(Reload.class));
    reloads.sort(Comparator.comparing(Reload::resource).thenComparing(Reload::node));
    reloads.forEach(this::reload);
  }

  private Item item(String id) {
    Item item = given.resources().item(id);
    if (item == null) {
      throw new IllegalArgumentException("a rule speaks of `" + id + "`, which is no resource");
    }
    return item;
  }

  private void again(Item item, Redefined fact) {
    Step step = book.step(item, fact.operation(), fact.intervalMs(), null, true);
    step.required = true;
    step.reason = REASON;
  }

  /** A cancellation comes after a stop. */
  private void cancel(CancelRecorded fact) {
    Item item = item(fact.resource());
    Happened happened = fact.happened();
    Step cancel = book.cancel(item, happened.operation(), happened.intervalMs(), happened.node());
    relations.add(Relation.of(item, "stop", cancel, EnumSet.of(Bond.ORDERED)));
  }

  /**
   * What a pending start will take over needs a stop first; otherwise a stop or demotion makes a
   * reload needless.
   */
  private void reload(Reload fact) {
    Item item = item(fact.resource());
    if (context.standing(item).startPending()) {
      book.step(item, "stop", 0, fact.node(), true);
      return;
    }
    Step reload = book.step(item, "reload-agent", 0, fact.node(), true);
    reload.required = true;
    reload.because(REASON);
    relations.add(Relation.of(reload, item, "stop", GIVES_WAY));
    relations.add(Relation.of(reload, item, "demote", GIVES_WAY));
  }
}
