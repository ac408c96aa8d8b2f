package dev.drover.cli;

import dev.drover.rules.Catalogue;
import dev.drover.rules.CatalogueEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code drover rules show}: where a rule is, and what it says. */
@Command(
    name = "show",
    description =
        "Show a rule: its file and line, and its text. Part of a name shows all rules that have it.")
public final class RulesShow implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The rule's name, or a part of it.")
  private String name = "";

  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  @ParentCommand
  private Rules rules;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.read(rules.folder());
    List<CatalogueEntry> meant =
        catalogue.find(name).map(List::of).orElseGet(() -> alike(catalogue));
    if (meant.isEmpty()) {
      List<String> names = catalogue.rules().stream().map(CatalogueEntry::name).toList();
      throw Unknown.word(spec, name, "a rule's name, or a part of one", names);
    }
    PrintWriter out = spec.commandLine().getOut();
    String gap = "";
    for (CatalogueEntry rule : meant) {
      out.println(gap + rules.folder().resolve(rule.file()) + ":" + rule.line());
      out.println(rule.text());
      gap = System.lineSeparator();
    }
    out.flush();
    return ExitCode.OK.number();
  }

  private List<CatalogueEntry> alike(Catalogue catalogue) {
    String part = name.toLowerCase(Locale.ROOT);
    return catalogue.rules().stream()
        .filter(rule -> rule.name().toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }
}
