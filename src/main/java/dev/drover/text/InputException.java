package dev.drover.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person wrote cannot be used; the problems say where and why. Ends the program with exit
 * code 65.
 */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialized
  private final List<InputProblem> problems;

  public InputException(List<InputProblem> problems) {
    super(
        inOrder(problems).stream()
            .map(InputProblem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = inOrder(problems);
  }

  private static List<InputProblem> inOrder(List<InputProblem> problems) {
    return problems.stream()
        .sorted(Comparator.comparingInt(InputProblem::line).thenComparingInt(InputProblem::column))
        .toList();
  }

  public InputException(InputProblem problem) {
    this(List.of(problem));
  }

  /** At least one problem, in the order of the text. */
  public List<InputProblem> problems() {
    return problems;
  }
}
