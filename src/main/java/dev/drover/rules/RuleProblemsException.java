package dev.drover.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules cannot be used; the problems say where and why. Unchecked, because every use of the
 * rules can meet it.
 */
public final class RuleProblemsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RuleProblem> problems;

  public RuleProblemsException(List<RuleProblem> problems) {
    super(
        problems.stream()
            .map(RuleProblem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  public RuleProblemsException(RuleProblem problem) {
    this(List.of(problem));
  }

  /** At least one problem, by file and line. */
  public List<RuleProblem> problems() {
    return problems;
  }
}
