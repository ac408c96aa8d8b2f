package dev.drover.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.compiler.compiler.RuleBuildError;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.KnowledgeBuilderResult;

/**
 * Finds out what is wrong with rules that do not compile. The compiler that makes the fastest rules
 * often cannot say which rule it stumbled over; the older one can, so it is asked again.
 */
final class Diagnosis {
  private record Ranked(int rank, RuleProblem problem) {}

  /** All files share their imports, so each rule repeats what is said once about the import. */
  private static final Pattern EVERYWHERE =
      Pattern.compile("Only a type can be imported\\.|The import [\\w.]+ cannot be resolved");

  private final RuleFolder folder;
  private final Catalogue catalogue;
  private final Vocabulary vocabulary = Vocabulary.ofModel();

  private Diagnosis(RuleFolder folder) {
    this.folder = folder;
    this.catalogue = Catalogue.of(folder);
  }

  /**
   * The problems of a folder whose files can be parsed but not compiled.
   *
   * @param messages what the first compiler said, for the case that the second finds nothing
   */
  static List<RuleProblem> of(RuleFolder folder, List<String> messages) {
    List<RuleProblem> problems = new ArrayList<>();
    KnowledgeBuilderImpl builder = new KnowledgeBuilderImpl(RuleCompiler.configuration());
    List<String> said = new ArrayList<>(messages);
    try {
      RuleCompiler.build(builder, RuleCompiler.parse(folder, problems));
    } catch (Throwable stumbledToo) { // what it found until then still counts
      said.add(stumbledToo.toString());
    }
    problems.addAll(new Diagnosis(folder).problems(List.copyOf(builder.getErrors())));
    if (problems.isEmpty()) {
      String shown = folder.path().toString();
      said.forEach(
          message -> problems.add(RuleProblem.of(shown, message, "rules that compile", null)));
    }
    return problems;
  }

  /** The problems of a file that cannot be parsed. */
  static List<RuleProblem> ofFile(RuleFile file, List<? extends KnowledgeBuilderResult> errors) {
    RuleFolder alone = new RuleFolder(Path.of(file.shown()), List.of(file));
    return new Diagnosis(alone).problems(errors);
  }

  private List<RuleProblem> problems(List<? extends KnowledgeBuilderResult> errors) {
    List<Ranked> all =
        errors.stream()
            .flatMap(error -> sentences(error).map(sentence -> problem(error, sentence)))
            .toList();
    // what follows from a mistake of the same file or rule is left out
    return new LinkedHashSet<>(all)
        .stream()
            .filter(
                one ->
                    all.stream().noneMatch(other -> sameRule(one, other) && other.rank < one.rank))
            .map(Ranked::problem)
            .distinct()
            .sorted(RuleProblem.BY_PLACE)
            .toList();
  }

  private static boolean sameRule(Ranked one, Ranked other) {
    return one.problem.file().equals(other.problem.file())
        && (other.problem.rule() == null || other.problem.rule().equals(one.problem.rule()));
  }

  /** A compiled conclusion comes with all its mistakes in one message, a line for each. */
  private static Stream<String> sentences(KnowledgeBuilderResult error) {
    return error instanceof RuleBuildError
        ? error.getMessage().lines().filter(line -> !EVERYWHERE.matcher(line).find())
        : Stream.of(error.getMessage());
  }

  private Ranked problem(KnowledgeBuilderResult error, String sentence) {
    String rule = ruleOf(error);
    CatalogueEntry entry = rule == null ? null : catalogue.find(rule).orElse(null);
    RuleFile file = fileOf(error, entry);
    if (file == null) {
      Wording words = Wording.of(sentence, new Wording.Context("", "", vocabulary));
      String shown = folder.path().toString();
      return new Ranked(
          words.rank(),
          new RuleProblem(shown, 0, 0, rule, words.found(), words.expected(), words.maybe()));
    }
    SourceText source = new SourceText(file.text());
    int start = entry == null ? 0 : source.offset(entry.line());
    String type =
        error instanceof DescrBuildError built && built.getDescr() instanceof PatternDescr pattern
            ? pattern.getObjectType()
            : "";
    Wording words =
        Wording.of(sentence, new Wording.Context(ruleText(source, start), type, vocabulary));
    int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
    int column = 0;
    if (error instanceof ParserError parser) {
      column = parser.getCol() + 1;
    } else {
      int from = Math.max(start, line == 0 ? 0 : source.offset(line));
      if (error instanceof RuleBuildError) {
        from += Math.max(0, ruleText(source, from).indexOf("then"));
      }
      Optional<Integer> at = find(words.found(), source, from);
      line = at.map(source::line).orElse(line);
      column = at.map(source::column).orElse(0);
    }
    return new Ranked(
        words.rank(),
        new RuleProblem(
            file.shown(), line, column, rule, words.found(), words.expected(), words.maybe()));
  }

  private static @Nullable String ruleOf(KnowledgeBuilderResult error) {
    if (error instanceof DescrBuildError built) {
      return built.getParentDescr() instanceof RuleDescr rule
          ? rule.getName()
          : built.getDescr() instanceof RuleDescr self ? self.getName() : null;
    }
    Matcher said = Pattern.compile("rule [\"']([^\"']+)[\"']").matcher(error.getMessage());
    return said.find() ? said.group(1) : null;
  }

  private @Nullable RuleFile fileOf(KnowledgeBuilderResult error, @Nullable CatalogueEntry entry) {
    String path = error.getResource() == null ? null : error.getResource().getSourcePath();
    for (RuleFile file : folder.files()) {
      if (entry != null ? file.name().equals(entry.file()) : file.name().equals(path)) {
        return file;
      }
    }
    return folder.files().size() == 1 ? folder.files().get(0) : null;
  }

  private static String ruleText(SourceText source, int start) {
    return source.code().substring(start, source.endOfRule(start));
  }

  /**
   * Where the words stand, as whole words; the arguments that a compiler lists do not stand there.
   */
  private static Optional<Integer> find(String words, SourceText source, int from) {
    String written = words.startsWith("new ") ? words.replaceFirst("\\(.*", "") : words;
    Matcher there =
        Pattern.compile("(?<![\\w$])" + Pattern.quote(written) + "(?!\\w)").matcher(source.code());
    return there.find(from) ? Optional.of(there.start()) : Optional.empty();
  }
}
