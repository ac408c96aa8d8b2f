package dev.drover.simulate;

import dev.drover.plan.Action;
import dev.drover.plan.Because;
import dev.drover.plan.Decision;
import dev.drover.plan.NodeView;
import dev.drover.plan.Outcome;
import dev.drover.plan.ResourceView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The reasons that decisions gave for what they did about somebody. */
final class Reasons {
  private final List<Decision> decisions;
  private final List<String> notes;

  Reasons(StepReport step) {
    decisions = step.rounds().stream().map(Round::decision).toList();
    notes = step.notes();
  }

  /**
   * Every reason given for a subject: in the plans themselves, in the facts and rules that led
   * there, and in what was noted on the way.
   *
   * @param subject a deed such as {@code start web on node1}, a resource or a node
   */
  List<String> about(String subject) {
    Set<String> reasons = new LinkedHashSet<>();
    List<String> words = List.of(subject.strip().split("\\s+"));
    for (Decision decision : decisions) {
      for (Action action : decision.plan().actions()) {
        if (action.reason() != null && isAbout(action, words)) {
          reasons.add(action.reason());
        }
      }
      for (NodeView node : decision.before().nodes()) {
        if (node.unclean() != null && words.contains(node.name())) {
          reasons.add(node.unclean());
        }
      }
      for (Outcome outcome : decision.outcomes().values()) {
        if (outcome.reason() != null && words.contains(outcome.resource())) {
          reasons.add(outcome.reason());
        }
      }
      explain(decision, words, reasons);
    }
    String name = name(words);
    notes.stream().filter(note -> TextSearch.mentions(note, name)).forEach(reasons::add);
    return List.copyOf(reasons);
  }

  private static boolean isAbout(Action action, List<String> words) {
    String subject = action.resource() == null ? action.node() : action.resource();
    boolean named = subject != null && words.contains(subject);
    return named && (words.size() == 1 || words.contains(action.task()) || words.contains("fence"));
  }

  /**
   * Follows facts that name the subject, or what it is a part of, back to what they were derived
   * from.
   */
  private static void explain(Decision decision, List<String> words, Set<String> reasons) {
    Map<String, List<Because>> byFact = new HashMap<>();
    for (Because because : decision.trace()) {
      byFact.computeIfAbsent(because.fact(), fact -> new ArrayList<>()).add(because);
    }
    Set<String> subjects = withCollectives(decision, name(words));
    Deque<Because> toFollow = new ArrayDeque<>();
    decision.trace().stream()
        .filter(
            because ->
                subjects.stream().anyMatch(subject -> TextSearch.mentions(because.fact(), subject)))
        .forEach(toFollow::add);
    Set<Because> seen = new HashSet<>(toFollow);
    while (!toFollow.isEmpty()) {
      Because because = toFollow.remove();
      reasons.add(because.fact() + ": " + because.rule());
      for (String fact : because.from()) {
        List<Because> behind = byFact.getOrDefault(fact, List.of());
        if (behind.isEmpty()) {
          reasons.add(fact);
        }
        behind.stream().filter(seen::add).forEach(toFollow::add);
      }
    }
  }

  /** Whom a deed is done to, or the subject itself where it is no deed. */
  private static String name(List<String> words) {
    return words.get(words.size() == 1 ? 0 : 1);
  }

  /** What is decided about a group or clone is decided about its members too. */
  private static Set<String> withCollectives(Decision decision, String subject) {
    Set<String> names = new LinkedHashSet<>(Set.of(subject));
    for (ResourceView top : decision.before().resources()) {
      top.all()
          .filter(
              view ->
                  view.all()
                      .anyMatch(
                          part -> part.id().equals(subject) || part.baseName().equals(subject)))
          .forEach(view -> names.add(view.id()));
    }
    return names;
  }

  /** True where a reason for the subject holds the words, letter case aside. */
  boolean speakOf(String subject, String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return about(subject).stream()
        .anyMatch(reason -> reason.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
