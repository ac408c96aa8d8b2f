package dev.drover.schedule.act;

import dev.drover.model.fact.Bond;
import dev.drover.model.fact.Migrate;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import java.util.List;

/**
 * Moves one primitive live: sends it off, takes it in, and stops what is left behind. The start on
 * the target is then only a point in the order, unless something on the way turns the migration
 * into a stop and a start after all.
 */
final class MigrationSteps {
  private final StepBook book;
  private final OrderContext context;
  private final List<Relation> relations;
  private final Item item;

  MigrationSteps(StepBook book, OrderContext context, List<Relation> relations, Item item) {
    this.book = book;
    this.context = context;
    this.relations = relations;
    this.item = item;
  }

  void create(Migrate migrate) {
    Step start = book.step(item, "start", 0, migrate.target(), false);
    Step stop = book.step(item, "stop", 0, migrate.source(), false);
    start.migratable = true;
    start.pseudo = true;
    stop.migratable = true;
    if (migrate.underWay()) {
      relations.add(Relation.of(item, "monitor", item, "migrate_from", Bond.ORDERED));
    } else {
      migrating("migrate_to", migrate.source(), migrate);
      relations.add(Relation.of(item, "monitor", item, "migrate_to", Bond.ORDERED));
      relations.add(
          Relation.of(
              item,
              "migrate_to",
              item,
              "migrate_from",
              Bond.ORDERED,
              Bond.UNMIGRATABLE_THEN_BLOCKS_FIRST));
    }
    migrating("migrate_from", migrate.target(), migrate);
    relations.add(
        Relation.of(
            item, "migrate_from", item, "stop", Bond.ORDERED, Bond.UNMIGRATABLE_THEN_BLOCKS_FIRST));
    relations.add(
        Relation.of(
            item,
            "migrate_from",
            item,
            "start",
            Bond.ORDERED,
            Bond.UNMIGRATABLE_THEN_BLOCKS_FIRST,
            Bond.FIRST_ELSE_THEN));
  }

  private Step migrating(String task, String node, Migrate migrate) {
    Step step = book.step(item, task, 0, node, false);
    step.migratable = true;
    step.put("migrate_source", context.nodeName(migrate.source()));
    step.put("migrate_target", context.nodeName(migrate.target()));
    return step;
  }
}
