package dev.drover.text.yaml;

import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.Suggest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes found in one file so far: reading goes on after one, so that all of them are told at
 * once.
 */
final class Problems {
  /** More than this nobody reads. */
  private static final int LIMIT = 30;

  private final String source;
  private final List<InputProblem> found = new ArrayList<>();

  Problems(String source) {
    this.source = source;
  }

  void add(Mark mark, String what, String expected, @Nullable String maybe) {
    if (found.size() < LIMIT) {
      found.add(new InputProblem(source, mark.line(), mark.column(), what, expected, maybe));
    }
  }

  void add(YamlNode node, String expected) {
    add(node.mark(), node.shown(), expected, null);
  }

  /** A word that is none of those that are known. */
  void unknown(Mark mark, String word, String expected, Collection<String> known) {
    add(
        mark,
        word,
        expected,
        Suggest.closest(word, known).map(near -> "`" + near + "` is meant").orElse(null));
  }

  /** Ends reading at once. */
  InputException fatal(Mark mark, String what, String expected) {
    found.add(new InputProblem(source, mark.line(), mark.column(), what, expected, null));
    return new InputException(found);
  }

  List<InputProblem> found() {
    return List.copyOf(found);
  }

  void throwIfAny() throws InputException {
    if (!found.isEmpty()) {
      throw new InputException(found);
    }
  }
}
