package dev.drover.cli;

import dev.drover.rules.Catalogue;
import dev.drover.rules.CatalogueEntry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code drover rules}: lists the rules by stage and file. */
@Command(
    name = "rules",
    description = "List the rules in the order of their stages; show one of them, or check them.",
    subcommands = {RulesShow.class, RulesCheck.class})
public final class Rules implements Callable<Integer> {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "A folder of rules (default: rules/ of Drover itself).")
  private @Nullable Path folder;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "Only the rules of this stage, such as 3-score.")
  private @Nullable String stage;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.read(folder());
    if (stage != null && !catalogue.stages().contains(stage)) {
      throw Unknown.word(spec, stage, "a stage", catalogue.stages());
    }
    list(
        catalogue.rules().stream()
            .filter(rule -> stage == null || rule.stage().equals(stage))
            .toList(),
        spec.commandLine().getOut());
    return ExitCode.OK.number();
  }

  /** The folder that is meant. */
  Path folder() {
    return folder != null ? folder : Drover.home().resolve("rules");
  }

  /** How many rules there are, in words. */
  static String count(List<CatalogueEntry> rules) {
    long files = rules.stream().map(CatalogueEntry::file).distinct().count();
    return counted(rules.size(), "rule") + " in " + counted(files, "file");
  }

  private static String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static void list(List<CatalogueEntry> rules, PrintWriter out) {
    String stage = "";
    String file = "";
    for (CatalogueEntry rule : rules) {
      if (!rule.stage().equals(stage)) {
        stage = rule.stage();
        out.println(stage);
      }
      if (!rule.file().equals(file)) {
        file = rule.file();
        out.println("  " + file + (rule.header().isEmpty() ? "" : ": " + rule.header()));
      }
      out.printf("    %3d  %s%n", rule.line(), rule.name());
    }
    out.println(count(rules));
    out.flush();
  }
}
