package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import org.jspecify.annotations.Nullable;

/**
 * Makes the points in the order where a group or clone as a whole begins to do something, and where all of it is done.
 *
 * <p>Whether a clone's are needed follows from its instances' steps, so these must be there before.
 */
public final class CollectiveSteps {
  private final StepBook book;
  private final OrderContext context;

  public CollectiveSteps(StepBook book, OrderContext context) {
    this.book = book;
    this.context = context;
  }

  /** Makes the points of a resource and of everything inside it; a primitive has none. */
  public void create(Item item) {
    item.members().forEach(this::create);
    Item clone = item.enclosingClone();
    boolean promotable = clone != null && clone.shape() != null && clone.shape().promotable();
    if (item.isGroup()) {
      createGroup(item, promotable);
    } else if (Tree.hasInstances(item)) {
      createClone(item, promotable);
    }
  }

  /** Has a clone's instances told that one of them was stopped by the fencing of its node. */
  public void tellOfFencing(Item instance, Step fencing) {
    Item clone = instance.enclosingClone();
    if (clone != null && clone.shape() != null && clone.shape().notifies()) {
      Notice.around(book, instance, "stop", null, fencing);
    }
  }

  private void createGroup(Item group, boolean promotable) {
    for (String task : new String[] {"start", "running", "stop", "stopped"}) {
      book.pseudo(group, task, false, true);
    }
    if (promotable) {
      for (String task : new String[] {"demote", "demoted", "promote", "promoted"}) {
        book.pseudo(group, task, false, true);
      }
    }
  }

  private void createClone(Item clone, boolean promotable) {
    boolean active = clone.primitives().anyMatch(instance -> context.standing(instance).isActive());
    boolean starting = clone.primitives().anyMatch(this::starts);
    boolean stopping = clone.primitives().anyMatch(this::stops);
    boolean restarting = clone.primitives().anyMatch(instance -> starts(instance) && stops(instance));
    Step start = book.pseudo(clone, "start", starting, true);
    Step running = book.pseudo(clone, "running", starting, active || starting);
    Step stop = book.pseudo(clone, "stop", stopping, true);
    Step stopped = book.pseudo(clone, "stopped", stopping, true);
    stop.migratable |= !restarting;
    Notice startNotice = notice(clone, "start", start, running);
    Notice stopNotice = notice(clone, "stop", stop, stopped);
    order(stopNotice, startNotice);
    if (!promotable) {
      return;
    }
    boolean promoting = changesRole(clone, "promote");
    boolean demoting = changesRole(clone, "demote");
    Step promote = book.pseudo(clone, "promote", promoting, true);
    Step promoted = book.pseudo(clone, "promoted", promoting, true);
    Notice promoteNotice = notice(clone, "promote", promote, promoted);
    Step demote = book.pseudo(clone, "demote", demoting, true);
    Step demoted = book.pseudo(clone, "demoted", demoting, true);
    Notice demoteNotice = notice(clone, "demote", demote, demoted);
    order(stopNotice, promoteNotice);
    order(startNotice, promoteNotice);
    order(demoteNotice, promoteNotice);
    order(demoteNotice, startNotice);
    order(demoteNotice, stopNotice);
  }

  private boolean starts(Item primitive) {
    return book.of(primitive, "start").stream().anyMatch(step -> step.required && step.runnable);
  }

  private boolean stops(Item primitive) {
    return book.of(primitive, "stop").stream().anyMatch(step -> step.required && (step.pseudo || step.runnable));
  }

  private boolean changesRole(Item clone, String task) {
    return clone.primitives().flatMap(instance -> book.of(instance, task).stream()).anyMatch(step -> step.required);
  }

  private @Nullable Notice notice(Item clone, String task, Step action, Step done) {
    boolean notifies = clone.shape() != null && clone.shape().notifies();
    return notifies ? Notice.around(book, clone, task, action, done) : null;
  }

  private static void order(@Nullable Notice first, @Nullable Notice then) {
    if (first != null && then != null && then.pre() != null) {
      first.postDone().precedes(then.pre(), Bonds.ORDERED);
    }
  }
}
