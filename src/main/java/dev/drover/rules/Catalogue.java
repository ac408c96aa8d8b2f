package dev.drover.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All rules of a rules folder, in the order in which they are written. Read from the text alone, so
 * that it costs nothing where rules come precompiled.
 *
 * @param stages the stages that have rules, in order
 */
public record Catalogue(List<String> stages, List<CatalogueEntry> rules) {
  private static final Pattern RULE =
      Pattern.compile("(?m)^[ \\t]*rule[ \\t]+(?:\"([^\"\\n]*)\"|([\\w-]+))");
  private static final Pattern HEADER =
      Pattern.compile("\\A\\s*(?:/\\*(.*?)\\*/|((?:[ \\t]*//[^\\n]*\\n)+))", Pattern.DOTALL);

  /**
   * What rules a folder has, whether or not they compile.
   *
   * @throws RuleProblemsException where the folder, or a file in it, cannot be read
   */
  public static Catalogue read(Path folder) {
    return of(RuleFolder.read(folder));
  }

  static Catalogue of(RuleFolder folder) {
    List<CatalogueEntry> rules = new ArrayList<>();
    for (RuleFile file : folder.files()) {
      SourceText source = new SourceText(file.text());
      String header = header(file.text());
      Matcher rule = RULE.matcher(file.text());
      while (rule.find()) {
        boolean inComment = source.code().substring(rule.start(), rule.end()).isBlank();
        if (!inComment) {
          String name = rule.group(1) != null ? rule.group(1) : rule.group(2);
          int line = source.line(rule.end());
          String text = file.text().substring(rule.start(), source.endOfRule(rule.end())).strip();
          rules.add(new CatalogueEntry(file.stage(), file.name(), line, name, header, text));
        }
      }
    }
    return new Catalogue(folder.stages(), List.copyOf(rules));
  }

  /** The rule of that name. */
  public Optional<CatalogueEntry> find(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  private static String header(String text) {
    Matcher header = HEADER.matcher(text);
    if (!header.find()) {
      return "";
    }
    String words = header.group(1) != null ? header.group(1) : header.group(2);
    return words.replaceAll("(?m)^[ \\t]*(?://|\\*+)", "").replaceAll("\\s+", " ").strip();
  }
}
