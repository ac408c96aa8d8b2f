package dev.drover.policy;

import dev.drover.text.InputProblem;
import dev.drover.text.Suggest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mistake in a file of rule tests, told with its place. */
final class FactText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private FactText(InputProblem problem) {
    super(problem.toString());
  }

  static FactText mistake(Node node, String expected) {
    return mistake(node, shown(node), expected, null);
  }

  /** A word that is none of those that are known. */
  static FactText unknown(Node node, String word, String expected, Collection<String> known) {
    String near =
        Suggest.closest(word, known).map(found -> "`" + found + "` is meant").orElse(null);
    return mistake(node, word, expected, near);
  }

  private static FactText mistake(
      Node node, String found, String expected, @Nullable String maybe) {
    var mark = node.getStartMark();
    return new FactText(
        new InputProblem(
            mark.getName(), mark.getLine() + 1, mark.getColumn() + 1, found, expected, maybe));
  }

  private static String shown(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "a " + node.getNodeId();
  }
}
