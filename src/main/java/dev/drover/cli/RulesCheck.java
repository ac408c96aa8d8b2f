package dev.drover.cli;

import dev.drover.rules.RuleBase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code drover rules check}: whether rules can be used, and where not. */
@Command(
    name = "check",
    description = {
      "Check that rules compile, and that they do nothing but join facts and conclude.",
      "All problems are shown at once, each with its place and what was expected there."
    })
public final class RulesCheck implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "A folder of rules (default: rules/ of Drover itself).")
  private @Nullable Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  @ParentCommand
  private Rules rules;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RuleBase checked = RuleBase.load(folder != null ? folder : rules.folder());
    checked.open().close();
    PrintWriter out = spec.commandLine().getOut();
    out.println(Rules.count(checked.catalogue().rules()) + ", no problems");
    out.flush();
    return ExitCode.OK.number();
  }
}
