package dev.drover.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drover resource}: what can be done with one resource. */
@Command(
    name = "resource",
    description = "Work with one resource of a cluster.",
    subcommands = {ResourceDebug.class})
public final class Resource implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover resource debug`");
  }
}
