package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the points in the order where a group or clone as a whole begins to do something, and where
 * all of it is done.
 *
 * <p>Whether a clone's are needed follows from its instances' steps, so these must be there before.
 */
public final class CollectiveSteps {
  /** Where a collective begins to come up and has come up, begins to go down and has gone down. */
  private record Points(Step begin, Step begun, Step end, Step ended) {}

  private final StepBook book;
  private final Tree tree;

  public CollectiveSteps(StepBook book, OrderContext context) {
    this.book = book;
    this.tree = new Tree(context);
  }

  /**
   * Makes the points of a group or clone and of everything inside it; a primitive has none, and
   * those of a bundle come around those of what runs inside.
   */
  public void create(Item item) {
    item.members().forEach(this::create);
    if (item.isGroup()) {
      createGroup(item, isPromotable(item.enclosingClone()));
    } else if (item.isClone()) {
      createClone(item);
    }
  }

  /** Makes the points at which a bundle's containers start and stop. */
  public void createOutside(Item bundle) {
    createStartAndStop(bundle);
  }

  /** Makes the points at which what runs inside of a bundle is promoted and demoted. */
  public void createInside(Item bundle) {
    if (bundle.members().stream().anyMatch(CollectiveSteps::isPromotable)) {
      createRoles(bundle, false, false);
    }
  }

  private static boolean isPromotable(@Nullable Item clone) {
    return clone != null && clone.shape() != null && clone.shape().promotable();
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

  private void createClone(Item clone) {
    Points points = createStartAndStop(clone);
    Notice startNotice = notice(clone, "start", points.begin, points.begun);
    Notice stopNotice = notice(clone, "stop", points.end, points.ended);
    order(stopNotice, startNotice);
    if (!isPromotable(clone)) {
      return;
    }
    Points roles = createRoles(clone, changesRole(clone, "promote"), changesRole(clone, "demote"));
    Notice promoteNotice = notice(clone, "promote", roles.begin, roles.begun);
    Notice demoteNotice = notice(clone, "demote", roles.end, roles.ended);
    order(stopNotice, promoteNotice);
    order(startNotice, promoteNotice);
    order(demoteNotice, promoteNotice);
    order(demoteNotice, startNotice);
    order(demoteNotice, stopNotice);
  }

  private Points createStartAndStop(Item collective) {
    List<Item> instances = tree.instances(collective).stream().flatMap(Item::primitives).toList();
    boolean active =
        instances.stream().anyMatch(instance -> tree.context.standing(instance).isActive());
    boolean starting = instances.stream().anyMatch(this::starts);
    boolean stopping = instances.stream().anyMatch(this::stops);
    boolean restarting =
        instances.stream().anyMatch(instance -> starts(instance) && stops(instance));
    Step start = book.pseudo(collective, "start", starting, true);
    Step running = book.pseudo(collective, "running", starting, active || starting);
    Step stop = book.pseudo(collective, "stop", stopping, true);
    Step stopped = book.pseudo(collective, "stopped", stopping, true);
    stop.migratable |= !restarting;
    return new Points(start, running, stop, stopped);
  }

  private Points createRoles(Item collective, boolean promoting, boolean demoting) {
    Step promote = book.pseudo(collective, "promote", promoting, true);
    Step promoted = book.pseudo(collective, "promoted", promoting, true);
    Step demote = book.pseudo(collective, "demote", demoting, true);
    Step demoted = book.pseudo(collective, "demoted", demoting, true);
    return new Points(promote, promoted, demote, demoted);
  }

  private boolean starts(Item primitive) {
    return book.of(primitive, "start").stream().anyMatch(step -> step.required && step.runnable);
  }

  private boolean stops(Item primitive) {
    return book.of(primitive, "stop").stream()
        .anyMatch(step -> step.required && (step.pseudo || step.runnable));
  }

  private boolean changesRole(Item clone, String task) {
    return clone
        .primitives()
        .flatMap(instance -> book.of(instance, task).stream())
        .anyMatch(step -> step.required);
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
