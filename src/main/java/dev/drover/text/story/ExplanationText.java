package dev.drover.text.story;

import dev.drover.plan.Because;
import dev.drover.plan.Change;
import dev.drover.plan.Changes;
import dev.drover.plan.Decision;
import dev.drover.simulate.TextSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a decision changes what it changes: for each node and resource the facts about it, and the
 * rules behind them.
 */
public final class ExplanationText {
  /** Deeper than this a chain of reasons explains nothing any more. */
  private static final int DEPTH = 6;

  private final Map<String, List<Because>> byFact = new HashMap<>();
  private final StringBuilder text = new StringBuilder("Explanation:\n");

  private ExplanationText(List<Because> trace) {
    trace.forEach(
        because -> byFact.computeIfAbsent(because.fact(), fact -> new ArrayList<>()).add(because));
  }

  /** The explanation; its decision must have been asked to explain itself. */
  public static String of(Decision decision) {
    ExplanationText explanation = new ExplanationText(decision.trace());
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    for (Change change : Changes.of(decision)) {
      changes.computeIfAbsent(subject(change), subject -> new ArrayList<>()).add(change);
    }
    for (String subject : changes.keySet()) {
      explanation.line(1, subject);
      decision.trace().stream()
          .filter(because -> TextSearch.mentions(because.fact(), subject))
          .map(Because::fact)
          .distinct()
          .forEach(fact -> explanation.fact(2, fact));
    }
    return explanation.text.toString();
  }

  private static String subject(Change change) {
    return change instanceof Change.OfNode node
        ? node.node()
        : ((Change.OfResource) change).resource();
  }

  private void fact(int depth, String fact) {
    line(depth, fact);
    if (depth > DEPTH) {
      return;
    }
    for (Because because : byFact.getOrDefault(fact, List.of())) {
      line(depth + 1, "because \"" + because.rule() + "\"");
      because.from().forEach(cause -> fact(depth + 2, cause));
    }
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
