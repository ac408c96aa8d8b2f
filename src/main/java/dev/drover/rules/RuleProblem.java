package dev.drover.rules;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in the rules.
 *
 * @param file the rule file or folder, as the person gave it
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 * @param rule the name of the rule it is in; null where there is none
 * @param found what stands there
 * @param expected what should stand there, as the rest of a sentence
 * @param maybe how it could be mended, without the word "Maybe"; null where nothing can be guessed
 */
public record RuleProblem(
    String file,
    int line,
    int column,
    @Nullable String rule,
    String found,
    String expected,
    @Nullable String maybe) {
  /** In the order in which they stand in the files. */
  static final Comparator<RuleProblem> BY_PLACE =
      Comparator.comparing(RuleProblem::file)
          .thenComparing(RuleProblem::line)
          .thenComparing(RuleProblem::column)
          .thenComparing(RuleProblem::found);

  static RuleProblem of(String file, String found, String expected, @Nullable String maybe) {
    return new RuleProblem(file, 0, 0, null, found, expected, maybe);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (line > 0 && column > 0) {
      text.append(':').append(column);
    }
    text.append(": found `").append(found).append("`, expected ").append(expected);
    if (rule != null) {
      text.append(" in rule `").append(rule).append('`');
    }
    if (maybe != null) {
      text.append(System.lineSeparator()).append("Maybe ").append(maybe);
    }
    return text.toString();
  }
}
