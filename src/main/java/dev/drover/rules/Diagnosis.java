package dev.drover.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderResult;

/**
 * Finds out what is wrong with rules that do not compile. The compiler that makes the fastest rules often cannot say
 * which rule it stumbled over; the older one can, so it is asked again.
 */
final class Diagnosis {
  private Diagnosis() {}

  /**
   * The problems of a folder whose files can be parsed but not compiled.
   *
   * @param messages what the first compiler said, for the case that the second finds nothing
   */
  static List<RuleProblem> of(RuleFolder folder, List<String> messages) {
    List<RuleProblem> problems = new ArrayList<>();
    KnowledgeBuilderImpl builder = new KnowledgeBuilderImpl(RuleCompiler.configuration());
    try {
      RuleCompiler.build(builder, RuleCompiler.parse(folder, problems));
    } catch (Throwable brokenToo) { // what it found until then still counts
      problems.add(RuleProblem.of(folder.path().toString(), brokenToo.toString(), "rules that compile", null));
    }
    for (KnowledgeBuilderError error : builder.getErrors()) {
      problems.add(problem(error, fileOf(folder, error)));
    }
    if (problems.isEmpty()) {
      messages.forEach(
          message -> problems.add(RuleProblem.of(folder.path().toString(), message, "rules that compile", null)));
    }
    return problems.stream()
        .distinct()
        .sorted(Comparator.comparing(RuleProblem::file).thenComparing(RuleProblem::line))
        .toList();
  }

  static RuleProblem problem(KnowledgeBuilderResult error, RuleFile file) {
    int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
    int column = error instanceof ParserError parser ? parser.getCol() + 1 : 0;
    return new RuleProblem(file.shown(), line, column, null, error.getMessage(), "a rule", null);
  }

  private static RuleFile fileOf(RuleFolder folder, KnowledgeBuilderError error) {
    return folder.files().get(0);
  }
}
