package dev.drover.schedule.act;

import dev.drover.model.Role;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;

/**
 * Brings one primitive from the role it has to the role it is to have, one role at a time.
 *
 * <p>The way down and up again is laid out even where nothing calls for it yet: an order may make
 * it necessary later.
 */
final class RoleSteps {
  private final StepBook book;
  private final Wanted wanted;
  private final Item item;
  private final Standing standing;
  private final Place place;

  RoleSteps(StepBook book, Wanted wanted, Item item, Standing standing, Place place) {
    this.book = book;
    this.wanted = wanted;
    this.item = item;
    this.standing = standing;
    this.place = place;
  }

  void create() {
    boolean mustStop = wanted.mustStop().contains(item.id());
    if (standing.startPending() && place.node() != null) {
      start(false).alwaysGraphed = true;
    }
    if (!mustStop
        && !standing.failed()
        && standing.role().compareTo(Role.STARTED) > 0
        && standing.isActive()
        && place.node() != null) {
      mustStop = start(false).required;
    }
    downAndUp(mustStop);
    toNextRole();
    if (place.node() != null && wanted.operating().contains(item.id())) {
      // whatever has to stop on the way to a lower role has to start again
      start(false);
    }
  }

  private void downAndUp(boolean required) {
    Role role = standing.role();
    while (role != Role.STOPPED && role != Role.UNKNOWN) {
      Role next = role == Role.PROMOTED ? Role.UNPROMOTED : Role.STOPPED;
      if (next == Role.UNPROMOTED) {
        demote(required, true);
      } else {
        stop(required, true);
      }
      role = next;
    }
    boolean promoteAgain = wanted.promoteAgain().contains(item.id());
    while (standing.role().compareTo(place.role()) <= 0
        && role != standing.role()
        && !standing.blocked()) {
      Role next = nextUp(role, standing.role());
      if (!change(role, next, required || (next == Role.PROMOTED && promoteAgain), true)) {
        break;
      }
      role = next;
    }
  }

  private void toNextRole() {
    Role role = standing.role();
    while (role != place.role()) {
      Role next =
          role.compareTo(place.role()) < 0
              ? nextUp(role, place.role())
              : nextDown(role, place.role());
      if (!change(role, next, true, false)) {
        break;
      }
      role = next;
    }
  }

  private static Role nextUp(Role from, Role to) {
    return from == Role.STOPPED && to == Role.PROMOTED ? Role.UNPROMOTED : to;
  }

  private static Role nextDown(Role from, Role to) {
    if (from == Role.PROMOTED) {
      return to == Role.UNKNOWN ? Role.STOPPED : Role.UNPROMOTED;
    }
    return Role.STOPPED;
  }

  /** False where nothing leads from one role to the other. */
  private boolean change(Role from, Role to, boolean required, boolean restarting) {
    if (from == Role.STOPPED && to.isActive()) {
      if (place.node() == null) {
        return false;
      }
      Step start = start(required);
      if (keepsRunning(place.node(), restarting)) {
        start.pseudo = true;
      }
      return true;
    }
    if (from == Role.STARTED && to == Role.UNPROMOTED) {
      return false;
    }
    if (to == Role.PROMOTED) {
      promote(required, restarting);
    } else if (from == Role.PROMOTED) {
      demote(required, restarting);
    } else {
      stop(required, restarting);
    }
    return true;
  }

  private Step start(boolean required) {
    Step start = book.step(item, "start", 0, place.node(), false);
    return required && start.runnable ? book.step(item, "start", 0, place.node(), true) : start;
  }

  private void stop(boolean required, boolean restarting) {
    for (String node : standing.activeOn()) {
      if (keepsRunning(node, restarting)) {
        continue;
      }
      if (node.equals(standing.migrationTarget()) && node.equals(place.node())) {
        continue;
      }
      Step stop = book.step(item, "stop", 0, node, required);
      if (place.node() == null) {
        stop.reason = "node availability";
      } else if (restarting && wanted.stopUnexpected().contains(item.id())) {
        stop.reason = "being multiply active";
      }
      if (!standing.managed()) {
        stop.runnable = false;
      }
    }
  }

  private void promote(boolean required, boolean restarting) {
    String node = place.node();
    if (node == null) {
      return;
    }
    boolean runnable =
        book.of(item, "start").stream()
            .filter(step -> node.equals(step.node))
            .allMatch(step -> step.runnable);
    if (runnable) {
      Step promote = book.step(item, "promote", 0, node, required);
      if (keepsRunning(node, restarting)) {
        promote.pseudo = true;
      }
    } else {
      book.of(item, "promote").stream()
          .filter(step -> node.equals(step.node))
          .forEach(step -> step.runnable = false);
    }
  }

  private void demote(boolean required, boolean restarting) {
    for (String node : standing.activeOn()) {
      if (!keepsRunning(node, restarting)) {
        book.step(item, "demote", 0, node, required);
      }
    }
  }

  /** The one instance of several that is where it should be. */
  private boolean keepsRunning(String node, boolean restarting) {
    return restarting
        && wanted.stopUnexpected().contains(item.id())
        && place.role().isActive()
        && node.equals(place.node());
  }
}
