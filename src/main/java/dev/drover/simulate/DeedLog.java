package dev.drover.simulate;

import dev.drover.model.config.Configuration;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.scenario.Deed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the cluster did in a step, in the words in which scenarios speak of it. */
final class DeedLog {
  private final Configuration configuration;
  private final List<Performed> performed;

  DeedLog(StepReport step) {
    configuration = step.configuration();
    performed = step.performed().stream().filter(done -> isReal(done.executed().action())).toList();
  }

  private static boolean isReal(Action action) {
    return action.kind() != ActionKind.PSEUDO;
  }

  /** Everything that was begun, in the order in which it ended. */
  List<Performed> all() {
    return performed;
  }

  /** All that a deed speaks of, whatever became of it. */
  List<Performed> of(Deed deed) {
    Set<String> services =
        Services.below(configuration, deed.subject()).collect(Collectors.toUnmodifiableSet());
    return performed.stream().filter(done -> fits(deed, services, done)).toList();
  }

  /** What is no longer configured goes by the name that its nodes know, whoever has it by now. */
  private static boolean fits(Deed deed, Set<String> services, Performed done) {
    Action action = done.executed().action();
    if (deed.verb() == Deed.Verb.FENCE) {
      return action.kind() == ActionKind.FENCE && deed.subject().equals(action.node());
    }
    String resource = action.resource();
    return resource != null
        && (deed.subject().equals(done.service())
            || services.stream().anyMatch(service -> Services.belongs(resource, service)))
        && (deed.node() == null || deed.node().equals(action.node()))
        && isTask(deed.verb(), action);
  }

  private static boolean isTask(Deed.Verb verb, Action action) {
    return switch (verb) {
      case START, STOP, PROMOTE, DEMOTE -> action.task().equals(verb.label());
      case MONITOR -> action.task().equals("monitor") && action.intervalMs() > 0;
      case PROBE -> action.task().equals("monitor") && action.intervalMs() == 0;
      case MIGRATE -> action.task().equals("migrate_from");
      case FENCE -> false;
    };
  }

  /** What was done, in words and in order. */
  String sentence() {
    if (performed.isEmpty()) {
      return "the cluster did nothing";
    }
    return performed.stream()
        .map(DeedLog::sentence)
        .collect(Collectors.joining(", ", "the cluster did ", ""));
  }

  static String sentence(Performed done) {
    Action action = done.executed().action();
    String what =
        action.kind() == ActionKind.FENCE
            ? "fence " + action.node()
            : action.task() + " " + action.resource() + " on " + action.node();
    return done.succeeded() ? what : what + (done.lost() ? " (lost)" : " (failed)");
  }
}
