package dev.drover.cli;

import dev.drover.rules.CatalogueEntry;
import dev.drover.rules.RuleBase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drover rules}: checks the rules and lists them. */
@Command(
    name = "rules",
    description = "Check the rules, and list them in the order of their stages.")
public final class Rules implements Callable<Integer> {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "A folder of rules (default: rules/ of Drover itself).")
  private @Nullable Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RuleBase rules = RuleBase.load(folder != null ? folder : Drover.home().resolve("rules"));
    String stage = "";
    for (CatalogueEntry rule : rules.catalogue().rules()) {
      if (!rule.stage().equals(stage)) {
        stage = rule.stage();
        out.println(stage);
      }
      out.println("  " + rule.name() + " (" + rule.file() + ":" + rule.line() + ")");
    }
    out.flush();
    return ExitCode.OK.number();
  }
}
