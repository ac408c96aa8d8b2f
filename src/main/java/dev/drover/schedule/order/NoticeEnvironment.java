package dev.drover.schedule.order;

import dev.drover.model.Role;
import dev.drover.schedule.tree.Item;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is told in a notification: which instances are what, and which will do or have done
 * what.
 */
final class NoticeEnvironment {
  private final StepBook book;
  private final Tree tree;

  NoticeEnvironment(StepBook book, Tree tree) {
    this.book = book;
    this.tree = tree;
  }

  /**
   * The variables, in alphabetical order of instances; an empty list is one blank, as agents
   * expect.
   */
  Map<String, String> of(Item clone) {
    List<Item> instances = clone.primitives().sorted(Comparator.comparing(Item::id)).toList();
    Map<String, String> variables = new LinkedHashMap<>();
    for (String task : List.of("stop", "start", "demote", "promote")) {
      List<Step> steps =
          instances.stream()
              .map(instance -> doing(book, tree, instance, task))
              .filter(Objects::nonNull)
              .toList();
      variables.put(
          "notify_" + task + "_resource", words(steps.stream().map(this::instance).toList()));
      variables.put(
          "notify_" + task + "_uname", words(steps.stream().map(step -> name(step.node)).toList()));
    }
    putRole(variables, "active", instances, role -> role != Role.STOPPED);
    putRole(variables, "unpromoted", instances, role -> role == Role.UNPROMOTED);
    putRole(variables, "slave", instances, role -> role == Role.UNPROMOTED);
    putRole(variables, "promoted", instances, role -> role == Role.PROMOTED);
    putRole(variables, "master", instances, role -> role == Role.PROMOTED);
    List<Item> inactive = instances.stream().filter(i -> tree.role(i) == Role.STOPPED).toList();
    variables.put("notify_inactive_resource", words(inactive.stream().map(Item::id).toList()));
    variables.put(
        "notify_all_uname",
        words(tree.context.nodes().values().stream().map(NodeFact::name).toList()));
    return variables;
  }

  private void putRole(
      Map<String, String> variables, String name, List<Item> instances, Predicate<Role> is) {
    List<Item> matching =
        instances.stream().filter(instance -> is.test(tree.role(instance))).toList();
    variables.put("notify_" + name + "_resource", words(matching.stream().map(Item::id).toList()));
    variables.put(
        "notify_" + name + "_uname",
        words(
            matching.stream()
                .map(instance -> name(tree.context.standing(instance).current()))
                .toList()));
  }

  private String instance(Step step) {
    return step.item == null ? "" : step.item.id();
  }

  private String name(@Nullable String node) {
    return node == null ? "" : tree.context.nodeName(node);
  }

  private static String words(List<String> words) {
    return words.isEmpty()
        ? " "
        : words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  static boolean does(StepBook book, Tree tree, Item instance, String task) {
    return doing(book, tree, instance, task) != null;
  }

  /**
   * The step in which an instance really does a task; a stop counts, too, where fencing its node
   * implies it.
   */
  private static @Nullable Step doing(StepBook book, Tree tree, Item instance, String task) {
    for (Step step : book.of(instance, task)) {
      NodeFact node = tree.context.node(step.node);
      if (step.required
          && node != null
          && (step.runnable || (task.equals("stop") && node.unclean()))) {
        return step;
      }
    }
    return null;
  }
}
