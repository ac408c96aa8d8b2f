package dev.drover.schedule.order;

import dev.drover.model.Role;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the actions that tell a clone's instances of what is to be done, now that this is known.
 */
final class Notifications {
  private final StepBook book;
  private final Tree tree;

  Notifications(StepBook book, Tree tree) {
    this.book = book;
    this.tree = tree;
  }

  void create() {
    for (Notice notice : List.copyOf(book.notices())) {
      Item top = Tree.top(notice.collective());
      Map<String, String> environment = new NoticeEnvironment(book, tree).of(top);
      List<Item> instances = top.primitives().toList();
      boolean any =
          instances.stream()
              .anyMatch(instance -> NoticeEnvironment.does(book, tree, instance, notice.task()));
      if (any && notice.pre() != null) {
        require(notice);
      }
      for (Item instance : instances) {
        attach(instance, environment);
        if (any || notice.task().equals("stop")) {
          tell(instance, notice, environment);
        }
      }
    }
  }

  private static void require(Notice notice) {
    if (notice.pre() != null && notice.preDone() != null) {
      notice.pre().required = true;
      notice.preDone().required = true;
    }
    notice.post().required = true;
    notice.postDone().required = true;
  }

  private void attach(Item instance, Map<String, String> environment) {
    for (String task : new String[] {"start", "stop", "promote", "demote"}) {
      for (Step step : book.of(instance, task)) {
        if (step.required && step.node != null) {
          environment.forEach(step::put);
        }
      }
    }
  }

  private void tell(Item instance, Notice notice, Map<String, String> environment) {
    Standing standing = tree.context.standing(instance);
    boolean goesDown = notice.task().equals("stop") || notice.task().equals("demote");
    if (goesDown && standing.role() != Role.STOPPED) {
      tellActive(instance, standing, notice, environment);
    } else if (!goesDown) {
      tellNext(instance, notice, environment);
    }
  }

  private void tellActive(
      Item instance, Standing standing, Notice notice, Map<String, String> environment) {
    Step stop = book.find(instance, "stop", null);
    for (String node : standing.activeOn()) {
      NodeFact fact = tree.context.node(node);
      if (stop != null && stop.pseudo && fact != null && (fact.unclean() || fact.reset())) {
        continue;
      }
      tell(instance, node, notice.pre(), notice.preDone(), environment);
      if (notice.task().equals("demote") || stop == null || !stop.required) {
        tellAfter(instance, node, notice, environment);
      }
    }
  }

  private void tellNext(Item instance, Notice notice, Map<String, String> environment) {
    String node = tree.place(instance).node();
    if (node == null || tree.place(instance).role() == Role.STOPPED) {
      return;
    }
    Step start = book.find(instance, "start", null);
    if (start != null && isBehindBlockedConnection(start)) {
      return;
    }
    if (!notice.task().equals("start") || start == null || !start.required) {
      tell(instance, node, notice.pre(), notice.preDone(), environment);
    }
    tellAfter(instance, node, notice, environment);
  }

  /** Nobody can be told on a remote node whose connection will not come up. */
  private boolean isBehindBlockedConnection(Step step) {
    NodeFact node = tree.context.node(step.node);
    Item connection = node == null ? null : tree.context.item(node.name());
    Step start = connection == null ? null : book.find(connection, "start", null);
    return start != null && !start.runnable;
  }

  private void tellAfter(
      Item instance, String node, Notice notice, Map<String, String> environment) {
    tell(instance, node, notice.post(), notice.postDone(), environment);
    for (Step step : new ArrayList<>(book.of(instance))) {
      if (step.intervalMs > 0 && !step.isTask("cancel")) {
        notice.postDone().precedes(step, Bonds.ORDERED);
      }
    }
  }

  private void tell(
      Item instance,
      String node,
      @Nullable Step begin,
      @Nullable Step done,
      Map<String, String> environment) {
    NodeFact fact = tree.context.node(node);
    if (begin == null || done == null || fact == null || !fact.online() || !begin.runnable) {
      return;
    }
    String type = begin.parameters().getOrDefault("notify_type", "");
    String task = begin.parameters().getOrDefault("notify_operation", "");
    Step step =
        book.step(instance, Notice.key(instance, type, task), begin.task, 0, node, begin.required);
    begin.parameters().forEach(step::put);
    environment.forEach(step::put);
    begin.precedes(step, Bonds.ORDERED);
    step.precedes(done, Bonds.ORDERED);
  }
}
